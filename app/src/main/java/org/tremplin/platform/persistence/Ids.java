package org.tremplin.platform.persistence;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes ids that sort by time: UUID version 7 (RFC 9562, section 5.7), made here because PostgreSQL 15 has no
 * {@code uuidv7()}. Ids of one instance keep the order in which they were made.
 */
@Component
public final class Ids {

    private static final int COUNTER_BITS = 12;
    /** More than a counter runs ahead or a machine corrects its time by; the sample data goes back months. */
    private static final long SET_BACK_MILLIS = 60_000;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private long last;

    public Ids(Clock clock) {
        this.clock = clock;
    }

    public UUID next() {
        long stamp = tick();
        long high = (stamp >>> COUNTER_BITS) << 16 | 0x7000L | (stamp & 0xFFF);
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** Milliseconds and a counter in one number that only grows, unless the clock is set back on purpose. */
    private synchronized long tick() {
        long now = clock.millis() << COUNTER_BITS;
        boolean setBack = last - now > SET_BACK_MILLIS << COUNTER_BITS;
        last = now > last || setBack ? now : last + 1;
        return last;
    }
}
