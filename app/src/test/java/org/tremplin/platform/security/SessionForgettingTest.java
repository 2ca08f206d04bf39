package org.tremplin.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.TestClock;
import org.tremplin.TestDatabase;

@Tag("postgres")
class SessionForgettingTest {

    private final DatabaseClient database = TestDatabase.fresh().client();
    private final TestClock clock = new TestClock();

    @Test
    void forgetsASessionOnceItsLifeIsOver() {
        SessionForgetting forgetting = new SessionForgetting(database);
        open();
        clock.pass(Duration.ofDays(29));
        open();
        assertThat(forgetting.forget(clock.instant(), 5_000).block()).isZero();
        clock.pass(Duration.ofDays(1));
        assertThat(forgetting.forget(clock.instant(), 5_000).block()).isEqualTo(1);
        clock.pass(Duration.ofDays(29));
        assertThat(forgetting.forget(clock.instant(), 5_000).block()).isEqualTo(1);
    }

    private void open() {
        database.sql("""
                insert into platform.session (token_hash, person_id, created_at, last_used_at, address_block)
                values (:hash, :person, :now, :now, '192.0.2.0/24')
                """)
                .bind("hash", Tokens.sha256(Tokens.random()))
                .bind("person", UUID.randomUUID())
                .bind("now", clock.instant())
                .then()
                .block();
    }
}
