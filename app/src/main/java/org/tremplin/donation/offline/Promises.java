package org.tremplin.donation.offline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.association.Means;
import org.tremplin.donation.DonationSettings;
import org.tremplin.donation.OfflineState;
import reactor.core.publisher.Mono;

/** Gifts that donors announce on the form and send by transfer or cheque: waiting, in no total. */
@Component
public class Promises {

    private final OfflinePayments payments;
    private final Associations associations;
    private final PromiseMails mails;
    private final DatabaseClient database;
    private final DonationSettings settings;
    private final Clock clock;

    Promises(
            OfflinePayments payments,
            Associations associations,
            PromiseMails mails,
            DatabaseClient database,
            DonationSettings settings,
            Clock clock) {
        this.payments = payments;
        this.associations = associations;
        this.mails = mails;
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** In the caller's transaction: the gift waits for it from now on, and its donor gets the instructions by mail. */
    public Mono<Void> make(UUID donation, UUID association, Means means) {
        return associations.find(new AssociationId(association)).flatMap(receiver -> make(donation, receiver, means));
    }

    private Mono<Void> make(UUID donation, Association association, Means means) {
        LocalDate until = association.today(clock).plusDays(settings.promiseDays());
        String reference = References.random();
        return payments.promise(
                        donation,
                        association.id().value(),
                        means,
                        reference,
                        until,
                        until.plusDays(1).atStartOfDay(association.zone()).toInstant())
                .flatMap(payment -> database.sql("""
                        update donation.donation set state = 'PENDING', payment_id = :payment, changed_at = :now
                        where id = :id
                        """)
                        .bind("id", donation)
                        .bind("payment", payment)
                        .bind("now", clock.instant())
                        .then())
                .then(mails.queue(donation, association, means, reference, until));
    }

    /** The donor says something else instead; false when it came meanwhile. In the caller's transaction. */
    public Mono<Boolean> withdraw(UUID donation) {
        return payments.lockPromiseOf(donation)
                .flatMap(promise -> giveUp(promise, OfflineState.CANCELLED).thenReturn(true))
                .defaultIfEmpty(false);
    }

    /** A promise nobody waits for any more; its form may begin anew. In the caller's transaction. */
    Mono<Void> giveUp(OfflinePayment promise, OfflineState how) {
        return payments.move(promise, how, LocalDate.ofInstant(clock.instant(), clock.getZone()))
                .then(database.sql("""
                        update donation.donation set state = 'ABANDONED', once_key = null, changed_at = :now
                        where id = :id and state = 'PENDING'
                        """)
                        .bind("id", promise.donation())
                        .bind("now", clock.instant())
                        .then());
    }
}
