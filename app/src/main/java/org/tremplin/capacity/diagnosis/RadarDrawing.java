package org.tremplin.capacity.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Span;

/** The profile as a picture; the table beside it says the same. What is not known is drawn at its lower bound. */
final class RadarDrawing {

    private static final double X = 170;
    private static final double Y = 150;
    private static final double RADIUS = 108;
    /** Half a label, so that it stays in the picture. */
    private static final double LABEL = 58;

    /** From the middle to a label below it, so that two of them, each with a range, stand apart. */
    private static final double ASIDE = 84;

    private static final double ABOVE = 14;
    private static final double BELOW = 26;
    /** A corner beside the middle, for whatever a computer makes of a right angle. */
    private static final double EVEN = 0.01;

    private static final int RINGS = 4;
    /** Of the mark of a need, to either side of its axis. */
    private static final double ACROSS = 9;

    private final List<Value> values;

    RadarDrawing(List<Value> values) {
        this.values = List.copyOf(values);
    }

    /** @param need where practice should be; none where none is defined, or known */
    record Value(String label, Span span, @Nullable Need need) {
        double share() {
            Ratio point = span.point();
            return (point == null ? span.low() : point).rounded(2).doubleValue() / 100;
        }
    }

    /** @param told beside its axis, for who does not see the picture */
    record Need(Ratio target, String told) {
        double share() {
            return target.rounded(2).doubleValue() / 100;
        }
    }

    /** @param words that begin the text for who does not see it */
    ResultPage.Radar draw(String words) {
        List<String> rings = IntStream.rangeClosed(1, RINGS)
                .mapToObj(ring -> points(at -> (double) ring / RINGS))
                .toList();
        List<ResultPage.Axis> axes = new ArrayList<>();
        for (int at = 0; at < values.size(); at++) {
            Value value = values.get(at);
            axes.add(new ResultPage.Axis(
                    value.label(),
                    told(value.span()),
                    x(at, 1),
                    y(at, 1),
                    written(Math.max(LABEL, Math.min(2 * X - LABEL, X + aside(at)))),
                    // beside the corner it names, never across the shape
                    written(Y - RADIUS * Math.cos(angle(at)) + (Math.cos(angle(at)) < -EVEN ? BELOW : -ABOVE)),
                    x(at, value.share()),
                    y(at, value.share()),
                    value.need() == null ? null : mark(at, value.need().share())));
        }
        return new ResultPage.Radar(
                rings,
                axes,
                points(at -> values.get(at).share()),
                words + values.stream().map(RadarDrawing::words).collect(Collectors.joining(", ")));
    }

    private static String words(Value value) {
        String told = value.label() + " " + told(value.span());
        return value.need() == null ? told : told + " " + value.need().told();
    }

    private static String told(Span span) {
        Ratio point = span.point();
        return point == null
                ? span.low().rounded(0) + "–" + span.high().rounded(0)
                : point.rounded(0).toString();
    }

    private String points(IntToDoubleFunction share) {
        return IntStream.range(0, values.size())
                .mapToObj(at -> x(at, share.applyAsDouble(at)) + "," + y(at, share.applyAsDouble(at)))
                .collect(Collectors.joining(" "));
    }

    /** A short line across the axis: told by its shape, whatever its colour. */
    private ResultPage.Mark mark(int at, double share) {
        double middleX = X + RADIUS * share * Math.sin(angle(at));
        double middleY = Y - RADIUS * share * Math.cos(angle(at));
        double acrossX = ACROSS * Math.cos(angle(at));
        double acrossY = ACROSS * Math.sin(angle(at));
        return new ResultPage.Mark(
                written(middleX - acrossX),
                written(middleY - acrossY),
                written(middleX + acrossX),
                written(middleY + acrossY));
    }

    private double aside(int at) {
        double out = RADIUS * Math.sin(angle(at));
        boolean below = Math.cos(angle(at)) < -EVEN && Math.abs(out) > EVEN;
        return below ? Math.copySign(Math.max(ASIDE, Math.abs(out)), out) : out;
    }

    private double angle(int at) {
        return 2 * Math.PI * at / values.size();
    }

    private String x(int at, double share) {
        return written(X + RADIUS * share * Math.sin(angle(at)));
    }

    private String y(int at, double share) {
        return written(Y - RADIUS * share * Math.cos(angle(at)));
    }

    private static String written(double length) {
        return String.format(Locale.ROOT, "%.1f", length);
    }
}
