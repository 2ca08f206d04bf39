package org.tremplin.patron.pledge;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.platform.security.Keys;
import reactor.core.publisher.Mono;

/** How often a promise is tried, whether it became one or not: for one address, and from one neighbourhood. */
@Component
class PledgeTries {

    private static final int PER_ADDRESS = 5;
    private static final int PER_BLOCK = 20;

    private final DatabaseClient database;
    private final Clock clock;
    private final byte[] key;

    PledgeTries(DatabaseClient database, Clock clock, Keys keys) {
        this.database = database;
        this.clock = clock;
        this.key = keys.derive("pledge-tries");
    }

    /** Whether one more may be tried. In the caller's transaction, one at a time for an address. */
    Mono<Boolean> allowed(String email, String block) {
        Instant now = clock.instant();
        return database.sql("select pg_advisory_xact_lock(hashtextextended('pledge ' || :email, 0))")
                .bind("email", email)
                .then()
                .then(database.sql("""
                        select (select count(*) from patron.pledge where email = :email and proposed_at > :day)
                            + (select count(*) from patron.pledge_try where email_hash = :hash and at > :day) < :perAddress
                          and (select count(*) from patron.pledge where address_block = :block and proposed_at > :hour)
                            + (select count(*) from patron.pledge_try where address_block = :block and at > :hour) < :perBlock
                          as allowed
                        """)
                        .bind("email", email)
                        .bind("hash", hash(email))
                        .bind("block", block)
                        .bind("day", now.minus(Duration.ofDays(1)))
                        .bind("hour", now.minus(Duration.ofHours(1)))
                        .bind("perAddress", PER_ADDRESS)
                        .bind("perBlock", PER_BLOCK)
                        .map(row -> Boolean.TRUE.equals(row.get("allowed", Boolean.class)))
                        .one());
    }

    /** One that became no promise. */
    Mono<Void> note(String email, String block) {
        return database.sql("""
                insert into patron.pledge_try (email_hash, address_block, at) values (:hash, :block, :now)
                """)
                .bind("hash", hash(email))
                .bind("block", block)
                .bind("now", clock.instant())
                .then();
    }

    private byte[] hash(String email) {
        return Keys.hmac(key, email.getBytes(StandardCharsets.UTF_8));
    }
}
