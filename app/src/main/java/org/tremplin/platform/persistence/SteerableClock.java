package org.tremplin.platform.persistence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The system clock, which the sample data sets back while it tells its story by the application's own paths.
 * Microseconds: what the database keeps, so that a stored record equals the one in memory.
 */
public class SteerableClock extends Clock {

    private volatile Duration offset = Duration.ZERO;

    /** Makes now be this instant, running on from it. */
    public void set(Instant now) {
        offset = Duration.between(Instant.now(), now);
    }

    public void reset() {
        offset = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new IllegalArgumentException("Days are days of an association's zone: use instant().atZone(zone)");
    }
}
