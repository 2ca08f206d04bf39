package org.tremplin.patron.company;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import org.tremplin.identity.People;
import org.tremplin.platform.security.Tokens;
import reactor.core.publisher.Mono;

/**
 * Keeps one person from flooding others with mails, whatever organisations they leave and found. What was refused told
 * nobody, and counts for nothing.
 */
@Component
public class DailyLimits {

    /** Questions of one person within a day. */
    public static final int QUESTIONS = 10;

    /** Invitations of one person within a day. */
    static final int INVITATIONS = 20;

    /** Invitations to one address within a day, whoever sends them. */
    static final int TO_ADDRESS = 3;

    static final Duration DAY = Duration.ofDays(1);

    private static final byte[] NOBODY = {};

    private final DatabaseClient database;
    private final Clock clock;

    DailyLimits(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Inside the transaction that then asks and {@link #asked}: the lock makes parallel questions wait for its count. */
    public Mono<Boolean> mayAsk(UUID person) {
        return lock("person " + person).then(fewer(person, "QUESTION", QUESTIONS, NOBODY));
    }

    /** A question was sent. */
    public Mono<Void> asked(UUID person) {
        return count(person, "QUESTION", NOBODY);
    }

    /** Inside the transaction that then invites and {@link #invited}. */
    Mono<Boolean> mayInvite(UUID person, String email) {
        String address = People.normal(email);
        return lock("person " + person)
                .then(lock("address " + address))
                .then(fewer(person, "INVITATION", INVITATIONS, Tokens.sha256(address)));
    }

    /** An invitation was sent. */
    Mono<Void> invited(UUID person, String email) {
        return count(person, "INVITATION", Tokens.sha256(People.normal(email)));
    }

    /** @param address hash of it, or nothing */
    private Mono<Boolean> fewer(UUID person, String kind, int most, byte[] address) {
        return database.sql("""
                select (select count(*) from patron.counted_act
                    where person_id = :person and kind = :kind and at > :dayAgo) < :most
                  and (select count(*) from patron.counted_act where email_hash = :address and at > :dayAgo) < :toAddress
                  as fewer
                """)
                .bind("person", person)
                .bind("kind", kind)
                .bind("address", orNull(address))
                .bind("dayAgo", clock.instant().minus(DAY))
                .bind("most", most)
                .bind("toAddress", TO_ADDRESS)
                .map(row -> Boolean.TRUE.equals(row.get("fewer", Boolean.class)))
                .one();
    }

    private Mono<Void> count(UUID person, String kind, byte[] address) {
        return database.sql("""
                insert into patron.counted_act (person_id, kind, email_hash, at) values (:person, :kind, :address, :now)
                """)
                .bind("person", person)
                .bind("kind", kind)
                .bind("address", orNull(address))
                .bind("now", clock.instant())
                .then();
    }

    private static Parameter orNull(byte[] address) {
        return Parameter.fromOrEmpty(address.length == 0 ? null : address, byte[].class);
    }

    private Mono<Void> lock(String name) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .bind("name", "patron.counted_act " + name)
                .then();
    }
}
