package org.tremplin.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
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
        return queue(List.of(mail));
    }

    /** Several at once, in one statement. */
    public Mono<Void> queue(List<Mail> mails) {
        if (mails.isEmpty()) {
            return Mono.empty();
        }
        return TransactionSynchronizationManager.forCurrentTransaction()
                .filter(TransactionSynchronizationManager::isActualTransactionActive)
                .switchIfEmpty(
                        Mono.error(() -> new IllegalStateException("A mail needs the transaction of what caused it")))
                .flatMap(transaction -> insert(mails));
    }

    /** Whether a mail to this address is sent or shown: a demonstration keeps none to an address that may be real. */
    public boolean reaches(String address) {
        return delivery.keeps(address);
    }

    private Mono<Void> insert(List<Mail> asked) {
        List<Mail> mails = asked.stream()
                .filter(mail -> !mail.to().isEmpty() && reaches(mail.to()))
                .toList();
        if (mails.isEmpty()) {
            return Mono.empty();
        }
        List<UUID> written = mails.stream().map(mail -> ids.next()).toList();
        // an array of byte arrays does not survive the driver
        String[] sealed = IntStream.range(0, mails.size())
                .mapToObj(i -> HexFormat.of()
                        .formatHex(seal.close(written.get(i), mails.get(i).values())))
                .toArray(String[]::new);
        return database.sql("""
                insert into notification.mail
                  (id, kind, about, recipient, language, template, sealed_values, useful_until, state, created_at)
                select id, kind, about, recipient, language, template, decode(sealed, 'hex'), until, state, :now
                from unnest(:ids, :kinds, :about, :recipients, :languages, :templates, :sealed, :until, :states)
                  as mail(id, kind, about, recipient, language, template, sealed, until, state)
                on conflict on constraint mail_is_queued_once do nothing
                """)
                .bind("ids", written.toArray(UUID[]::new))
                .bind("kinds", texts(mails, Mail::kind))
                .bind("about", texts(mails, Mail::about))
                .bind("recipients", texts(mails, Mail::to))
                .bind("languages", texts(mails, mail -> mail.language().code()))
                .bind("templates", texts(mails, Mail::template))
                .bind("sealed", sealed)
                .bind("until", mails.stream().map(Mail::usefulUntil).toArray(Instant[]::new))
                .bind("states", texts(mails, mail -> delivery.sends(mail.to()) ? "WAITING" : "SHOWN"))
                .bind("now", clock.instant())
                .then();
    }

    private static String[] texts(List<Mail> mails, Function<Mail, String> text) {
        return mails.stream().map(text).toArray(String[]::new);
    }
}
