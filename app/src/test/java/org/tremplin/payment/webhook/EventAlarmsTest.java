package org.tremplin.payment.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.TestClock;
import org.tremplin.TestDatabase;
import org.tremplin.platform.alarm.AlarmsForTests;

@Tag("postgres")
class EventAlarmsTest {

    private final DatabaseClient database = TestDatabase.fresh().client();
    private final TestClock clock = new TestClock();
    private final EventAlarms alarms = new EventAlarms(AlarmsForTests.of(database, clock), clock);

    @Test
    void writesOfBadSignaturesOnceAMinute() {
        alarms.refused().block();
        clock.pass(Duration.ofSeconds(59));
        alarms.refused().block();
        assertThat(lastSeen()).isEqualTo(TestClock.START);
        clock.pass(Duration.ofSeconds(1));
        alarms.refused().block();
        assertThat(lastSeen()).isEqualTo(TestClock.START.plusSeconds(60));
    }

    private Instant lastSeen() {
        return database.sql("select last_seen from platform.alarm where kind = 'webhook.refused'")
                .map(row -> row.get("last_seen", Instant.class))
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
