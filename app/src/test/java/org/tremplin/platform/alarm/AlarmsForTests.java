package org.tremplin.platform.alarm;

import java.time.Clock;
import org.springframework.r2dbc.core.DatabaseClient;

/** Alarms without an application around them. */
public final class AlarmsForTests {

    private AlarmsForTests() {}

    public static Alarms of(DatabaseClient database, Clock clock) {
        return new Alarms(database, clock);
    }
}
