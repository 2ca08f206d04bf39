package org.tremplin.donation.offline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.Association;
import org.tremplin.association.Means;
import org.tremplin.donation.OfflineState;
import org.tremplin.donation.refund.HandReturns;
import org.tremplin.donation.settle.BookGifts;
import org.tremplin.ledger.Account;
import org.tremplin.ledger.Entry;
import org.tremplin.ledger.Ledger;
import org.tremplin.ledger.Posting;
import reactor.core.publisher.Mono;

/**
 * What whoever keeps the money does with it. Each act is one transaction; what a row cannot become any more is left as it
 * is, so that an act sent twice is one.
 */
@Component
class Keeping {

    private final OfflinePayments payments;
    private final Promises promises;
    private final BookGifts gifts;
    private final HandReturns returns;
    private final Ledger ledger;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Keeping(
            OfflinePayments payments,
            Promises promises,
            BookGifts gifts,
            HandReturns returns,
            Ledger ledger,
            TransactionalOperator transaction,
            Clock clock) {
        this.payments = payments;
        this.promises = promises;
        this.gifts = gifts;
        this.returns = returns;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A promise came: the gift counts from this day. @param cents what came, which may not be what was promised; @param reference as the bank says, or empty */
    Mono<Boolean> receive(Association association, UUID payment, long cents, LocalDate on, String reference) {
        return one(association, payment)
                .filter(found -> found.state().canBecome(found.received()))
                .flatMap(found -> payments.move(found, found.received(), on)
                        .then(payments.refer(found.donation(), reference))
                        .then(gifts.book(List.of(came(found, cents, on, association))))
                        .thenReturn(true))
                .defaultIfEmpty(false)
                .as(transaction::transactional);
    }

    /** In the caller's transaction: what the gift of an entered payment needs to count. */
    static BookGifts.Came came(OfflinePayment payment, long cents, LocalDate on, Association association) {
        Instant at = on.atStartOfDay(association.zone()).toInstant();
        return new BookGifts.Came(payment.id(), payment.donation(), cents, payment.currency(), at, payment.heldOn());
    }

    /** Taken to the bank, several at once: nothing moves in the books. @return how many */
    Mono<Long> deposit(Association association, Collection<UUID> chosen, LocalDate on) {
        return payments.lock(association.id().value(), chosen)
                .filter(found -> found.state().canBecome(OfflineState.DEPOSITED))
                .collectList()
                .flatMapIterable(found -> found)
                .concatMap(found ->
                        payments.move(found, OfflineState.DEPOSITED, on).thenReturn(found))
                .count()
                .as(transaction::transactional);
    }

    /** On the account now, several at once. @return how many */
    Mono<Long> clear(Association association, Collection<UUID> chosen, LocalDate on) {
        return payments.lock(association.id().value(), chosen)
                .filter(found -> found.state() == OfflineState.DEPOSITED)
                .collectList()
                .flatMapIterable(found -> found)
                .concatMap(found -> payments.move(found, OfflineState.CLEARED, on)
                        .then(ledger.post(List.of(cleared(found, on))))
                        .thenReturn(found))
                .count()
                .as(transaction::transactional);
    }

    private static Posting cleared(OfflinePayment payment, LocalDate on) {
        return new Posting(
                payment.association(),
                "BANQUE",
                on,
                new Posting.Source("offline", payment.id(), "cleared"),
                "deposit",
                List.of(
                        new Entry(
                                Account.BANK,
                                payment.cents(),
                                payment.currency(),
                                payment.campaign(),
                                null,
                                null,
                                true),
                        new Entry(
                                payment.heldOn(),
                                -payment.cents(),
                                payment.currency(),
                                payment.campaign(),
                                null,
                                null,
                                true)));
    }

    /** The bank refused a cheque: its gift counts no more. */
    Mono<Rejection> reject(Association association, UUID payment) {
        LocalDate today = association.today(clock);
        return one(association, payment)
                .filter(found -> found.means() == Means.CHEQUE && found.state().canBecome(OfflineState.REJECTED))
                .flatMap(found -> returns.reject(found.donation(), found.id(), clock.instant(), found.account())
                        .flatMap(rejected -> rejected
                                ? payments.move(found, OfflineState.REJECTED, today)
                                        .thenReturn(Rejection.DONE)
                                : Mono.just(Rejection.PARTLY_BACK)))
                .defaultIfEmpty(Rejection.NOT_NOW)
                .as(transaction::transactional);
    }

    Mono<Boolean> cancel(Association association, UUID payment) {
        return one(association, payment)
                .filter(found -> found.state() == OfflineState.PROMISED)
                .flatMap(found -> promises.giveUp(found, OfflineState.CANCELLED).thenReturn(true))
                .defaultIfEmpty(false)
                .as(transaction::transactional);
    }

    private Mono<OfflinePayment> one(Association association, UUID payment) {
        return payments.lock(association.id().value(), List.of(payment)).next();
    }

    /** How refusing a cheque ended. */
    enum Rejection {
        DONE,
        /** A part of the gift was given back before. */
        PARTLY_BACK,
        NOT_NOW
    }
}
