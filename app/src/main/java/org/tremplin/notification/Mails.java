package org.tremplin.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import org.tremplin.platform.persistence.Ids;
import reactor.core.publisher.Mono;

/** Queues mails: written with what caused them, sent after the commit. */
@Component
public class Mails {

    private final DatabaseClient database;
    private final Delivery delivery;
    private final Seal seal;
    private final Ids ids;
    private final Clock clock;

    Mails(DatabaseClient database, Delivery delivery, Seal seal, Ids ids, Clock clock) {
        this.database = database;
        this.delivery = delivery;
        this.seal = seal;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Queues this mail, once for its kind and what it is about; a second call changes nothing. Refuses to run outside a
     * transaction: a mail is queued with what caused it, or not at all. To nobody (somebody erased, a donor who left no
     * address), and in a demonstration to an address that may be real, nothing is queued.
     */
    public Mono<Void> queue(Mail mail) {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .filter(TransactionSynchronizationManager::isActualTransactionActive)
                .switchIfEmpty(
                        Mono.error(() -> new IllegalStateException("A mail needs the transaction of what caused it")))
                .flatMap(transaction -> insert(mail));
    }

    /** Whether a mail to this address is sent or shown: a demonstration keeps none to an address that may be real. */
    public boolean reaches(String address) {
        return delivery.keeps(address);
    }

    private Mono<Void> insert(Mail mail) {
        if (mail.to().isEmpty() || !reaches(mail.to())) {
            return Mono.empty();
        }
        UUID id = ids.next();
        var insert = database.sql("""
                insert into notification.mail
                  (id, kind, about, recipient, language, template, sealed_values, useful_until, state, created_at)
                values
                  (:id, :kind, :about, :recipient, :language, :template, :values, :until, :state, :now)
                on conflict on constraint mail_is_queued_once do nothing
                """)
                .bind("id", id)
                .bind("kind", mail.kind())
                .bind("about", mail.about())
                .bind("recipient", mail.to())
                .bind("language", mail.language().code())
                .bind("template", mail.template())
                .bind("values", seal.close(id, mail.values()))
                .bind("state", delivery.sends(mail.to()) ? "WAITING" : "SHOWN")
                .bind("now", clock.instant());
        return (mail.usefulUntil() == null
                        ? insert.bindNull("until", Instant.class)
                        : insert.bind("until", mail.usefulUntil()))
                .then();
    }
}
