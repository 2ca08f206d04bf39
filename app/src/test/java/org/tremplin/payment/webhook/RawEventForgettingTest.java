package org.tremplin.payment.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.TestClock;
import org.tremplin.TestDatabase;

@Tag("postgres")
class RawEventForgettingTest {

    private final DatabaseClient database = TestDatabase.fresh().client();
    private final TestClock clock = new TestClock();

    @Test
    void forgetsWhatTheProviderToldNinetyDaysAgo() {
        RawEventForgetting forgetting = new RawEventForgetting(database);
        receive("old", 2_500);
        clock.pass(Duration.ofDays(89));
        receive("new", 1);
        assertThat(forgetting.forget(clock.instant(), 5_000).block()).isZero();
        clock.pass(Duration.ofDays(2));
        assertThat(forgetting.forget(clock.instant(), 5_000).block()).isEqualTo(2_500);
        clock.pass(Duration.ofDays(89));
        assertThat(forgetting.forget(clock.instant(), 5_000).block()).isEqualTo(1);
    }

    private void receive(String name, int count) {
        database.sql("""
                insert into payment.provider_event (account, event_id, type, payload, received_at)
                select '', :name || number, 'test', ''::bytea, :now from generate_series(1, :count) number
                """)
                .bind("name", name)
                .bind("count", count)
                .bind("now", clock.instant())
                .then()
                .block();
    }
}
