package org.tremplin.notification;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of the queue. Claims and waits go by the database's clock, so that instances agree. */
@Component
class Outbox {

    /** Newest possible id: where a first page starts. */
    static final UUID FROM_THE_TOP = new UUID(-1, -1);

    private static final String COLUMNS =
            "id, kind, recipient, language, template, sealed_values, useful_until, attempts, created_at";

    private final DatabaseClient database;
    private final Clock clock;

    Outbox(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Takes mails that wait, for two minutes: longer than the longest try. Another instance takes what is left over. */
    Flux<StoredMail> claim(int most) {
        return database.sql("""
                update notification.mail
                set attempts = attempts + 1, claimed_until = now() + interval '2 minutes'
                where id in (
                  select id from notification.mail
                  where state = 'WAITING' and next_at <= now() and (claimed_until is null or claimed_until < now())
                  order by next_at limit :most for update skip locked)
                returning\s""" + COLUMNS).bind("most", most).map(Outbox::mail).all();
    }

    /** A mail that held a secret is emptied at once. */
    Mono<Void> sent(StoredMail mail) {
        return database.sql("""
                update notification.mail
                set state = 'SENT', done_at = :now, last_error = null,
                  sealed_values = case when useful_until is null then sealed_values end
                where id = :id and state = 'WAITING'
                """)
                .bind("now", clock.instant())
                .bind("id", mail.id())
                .then();
    }

    Mono<Void> givenUp(StoredMail mail, String reason) {
        return database.sql("""
                update notification.mail
                set state = 'FAILED', done_at = :now, last_error = :reason,
                  sealed_values = case when useful_until is null then sealed_values end
                where id = :id and state = 'WAITING'
                """)
                .bind("now", clock.instant())
                .bind("reason", reason)
                .bind("id", mail.id())
                .then();
    }

    Mono<Void> later(StoredMail mail, Duration wait, String reason) {
        return database.sql("""
                update notification.mail
                set next_at = now() + make_interval(secs => :seconds), claimed_until = null, last_error = :reason
                where id = :id and state = 'WAITING'
                """)
                .bind("seconds", (double) wait.toSeconds())
                .bind("reason", reason)
                .bind("id", mail.id())
                .then();
    }

    /** Empties mails of before this instant: what was said and to whom; that it was sent stays known. */
    Mono<Long> forgetBefore(Instant end, int most) {
        return database.sql("""
                update notification.mail set sealed_values = null, recipient = ''
                where id in (
                  select id from notification.mail
                  where created_at < :end and (sealed_values is not null or recipient <> '') and state <> 'WAITING'
                  order by created_at limit :most for update skip locked)
                """).bind("end", end).bind("most", most).fetch().rowsUpdated();
    }

    /** Empties every mail to this address; those that wait do not leave any more. @param kinds how their kind begins */
    Mono<Void> forgetTo(String email, String kinds) {
        return database.sql("""
                update notification.mail set sealed_values = null, recipient = '',
                  state = case when state = 'WAITING' then 'WITHDRAWN' else state end,
                  done_at = case when state = 'WAITING' then :now else done_at end
                where lower(recipient) = :email and starts_with(kind, :kinds)
                """)
                .bind("email", email)
                .bind("kinds", kinds)
                .bind("now", clock.instant())
                .then();
    }

    /** Newest first. */
    Flux<StoredMail> before(UUID id, int most) {
        return database.sql("select " + COLUMNS + " from notification.mail where id < :id order by id desc limit :most")
                .bind("id", id)
                .bind("most", most)
                .map(Outbox::mail)
                .all();
    }

    Mono<StoredMail> find(UUID id) {
        return database.sql("select " + COLUMNS + " from notification.mail where id = :id")
                .bind("id", id)
                .map(Outbox::mail)
                .one();
    }

    private static StoredMail mail(Readable row) {
        return new StoredMail(
                row.get("id", UUID.class),
                row.get("kind", String.class),
                row.get("recipient", String.class),
                Language.ofCode(row.get("language", String.class)),
                row.get("template", String.class),
                row.get("sealed_values", byte[].class),
                row.get("useful_until", Instant.class),
                row.get("attempts", Integer.class),
                row.get("created_at", Instant.class));
    }
}
