package org.tremplin;

import java.time.Duration;
import java.time.Instant;
import org.tremplin.platform.persistence.SteerableClock;

/** The business clock of tests: it stands still until it is moved, and is back at {@link #START} before each test. */
public final class TestClock extends SteerableClock {

    /** A Monday morning, 10:00 in Paris. */
    public static final Instant START = Instant.parse("2026-11-16T09:00:00Z");

    private volatile Instant now = START;

    @Override
    public void set(Instant instant) {
        now = instant;
    }

    /** Lets this much time go by. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public void reset() {
        now = START;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
