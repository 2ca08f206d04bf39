package org.tremplin.platform.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.TestClock;
import org.tremplin.TestDatabase;

@Tag("postgres")
class AlarmsTest {

    private final DatabaseClient database = TestDatabase.fresh().client();
    private final TestClock clock = new TestClock();
    private final Alarms alarms = new Alarms(database, clock);

    @Test
    void keepsOneOpenAlarmForEachKindAndSubject() {
        alarms.raise("mail.stuck", "one", "cause", "next").block();
        clock.pass(Duration.ofHours(1));
        alarms.raise("mail.stuck", "one", "another cause", "next").block();
        alarms.raise("mail.stuck", "two", "cause", "next").block();
        assertThat(count("cause = 'another cause' and last_seen - first_seen = interval '1 hour'"))
                .isEqualTo(1);
        assertThat(count("true")).isEqualTo(2);
    }

    private long count(String where) {
        return database.sql("select count(*) from platform.alarm where " + where)
                .map(row -> row.get(0, Long.class))
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
