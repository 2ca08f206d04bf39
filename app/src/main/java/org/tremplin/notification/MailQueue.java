package org.tremplin.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How the mails are doing, for the person who runs the instance; and what is to be forgotten of them. */
@Component
public class MailQueue {

    private static final Duration LATELY = Duration.ofDays(7);

    private final DatabaseClient database;
    private final Outbox outbox;
    private final Clock clock;

    MailQueue(DatabaseClient database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Mono<State> state() {
        return database.sql("""
                select
                  (select count(*) from notification.mail where state = 'WAITING')::bigint as waiting,
                  (select min(created_at) from notification.mail where state = 'WAITING') as oldest,
                  (select count(*) from notification.mail where state = 'FAILED' and done_at > :lately)::bigint as refused
                """)
                .bind("lately", clock.instant().minus(LATELY))
                .map(row -> new State(
                        row.get("waiting", Long.class),
                        row.get("oldest", Instant.class),
                        row.get("refused", Long.class)))
                .one();
    }

    /**
     * Empties the mails of some kinds to one address; those that wait do not leave.
     *
     * @param email lower case
     * @param kinds how the kinds begin, {@code donation.}
     */
    public Mono<Void> forget(String email, String kinds) {
        return outbox.forgetTo(email, kinds);
    }

    /**
     * @param oldest when the mail that waits longest was written; none when none waits
     * @param refused mails of the last seven days that did not leave
     */
    public record State(long waiting, @Nullable Instant oldest, long refused) {}
}
