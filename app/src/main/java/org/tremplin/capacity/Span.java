package org.tremplin.capacity;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A figure of 0 to 100 and what missing answers could make of it.
 *
 * @param point none when too many answers are missing
 */
public record Span(@Nullable Ratio point, Ratio low, Ratio high) {

    /** Nothing is known. */
    public static final Span OPEN = new Span(null, Ratio.ZERO, Ratio.HUNDRED);

    public static Span exactly(Ratio known) {
        return new Span(known, known, known);
    }

    public boolean isKnown() {
        return point != null;
    }

    /** @param growing a function that never falls where its argument grows */
    public Span map(UnaryOperator<Ratio> growing) {
        return new Span(point == null ? null : growing.apply(point), growing.apply(low), growing.apply(high));
    }

    public Span plus(Span other) {
        return new Span(
                point == null || other.point == null ? null : point.plus(other.point),
                low.plus(other.low),
                high.plus(other.high));
    }

    /** The same, without its point where that lies outside of its bounds. */
    public Span bounded() {
        return point == null || !point.below(low) && !high.below(point) ? this : withoutPoint();
    }

    public Span withoutPoint() {
        return new Span(null, low, high);
    }
}
