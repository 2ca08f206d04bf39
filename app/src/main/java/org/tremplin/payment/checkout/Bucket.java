package org.tremplin.payment.checkout;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many payments may start at one account (money.md, Starting a gift): tokens come at a steady rate and are taken one a
 * start. When the provider says too many, the rate is halved for a minute and then climbs back within another. Pure: all
 * times are the database's.
 *
 * @param tokens there at {@code filledAt}
 * @param pace share of the full rate after the last halving
 * @param closedUntil nothing starts before, because the provider asked for it
 */
record Bucket(
        double tokens,
        Instant filledAt,
        double pace,
        @Nullable Instant halvedAt,
        @Nullable Instant closedUntil) {

    private static final Duration SLOW = Duration.ofMinutes(1);
    private static final Duration CLIMB = Duration.ofMinutes(1);
    private static final Duration BETWEEN_HALVINGS = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    /** However often the provider says too many, somebody passes now and then. */
    private static final double SLOWEST = 1.0 / 32;

    private static final double NANOS = 1e9;

    /** @param perSecond tokens that come in a second; @param burst the most that gather */
    record Rate(double perSecond, double burst) {}

    static Bucket full(Rate rate, Instant now) {
        return new Bucket(rate.burst(), now, 1, null, null);
    }

    /** The same later. A clock that stands or goes back brings nothing. */
    Bucket at(Instant now, Rate rate) {
        Instant from = closedUntil != null && closedUntil.isAfter(filledAt) ? closedUntil : filledAt;
        if (!now.isAfter(filledAt)) {
            return this;
        }
        double come = now.isAfter(from) ? rate.perSecond() * paceAt(from) * seconds(from, now) : 0;
        return new Bucket(Math.min(rate.burst(), tokens + come), now, pace, halvedAt, closedUntil);
    }

    /** How many may start now; asked after {@link #at}. */
    int available() {
        return closedUntil != null && closedUntil.isAfter(filledAt) ? 0 : (int) tokens;
    }

    Bucket take(int starts) {
        if (starts > available()) {
            throw new IllegalArgumentException(starts + " starts of " + available());
        }
        return new Bucket(tokens - starts, filledAt, pace, halvedAt, closedUntil);
    }

    /**
     * The provider said too many: half as fast for a minute, at most one halving a second, for calls made together are
     * refused together.
     *
     * @param wait how long it asks us to
     */
    Bucket refused(Instant now, Duration wait, Rate rate) {
        Bucket late = at(now, rate);
        Duration rest = wait.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : wait;
        Instant until = rest.isZero() || rest.isNegative() ? null : late.filledAt.plus(rest);
        Instant closed = closedUntil == null || until != null && until.isAfter(closedUntil) ? until : closedUntil;
        return halvedAt != null && late.filledAt.isBefore(halvedAt.plus(BETWEEN_HALVINGS))
                ? new Bucket(0, late.filledAt, pace, halvedAt, closed)
                : new Bucket(
                        0, late.filledAt, Math.max(SLOWEST, late.paceAt(late.filledAt) / 2), late.filledAt, closed);
    }

    /** Share of the full rate at an instant: it never falls between two halvings. */
    double paceAt(Instant at) {
        if (halvedAt == null) {
            return 1;
        }
        double climbed = seconds(halvedAt.plus(SLOW), at) / CLIMB.toSeconds();
        return climbed <= 0 ? pace : Math.min(1, pace + (1 - pace) * climbed);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / NANOS;
    }
}
