package org.tremplin.capacity.score;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.NetworkScore;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Span;
import org.tremplin.capacity.grid.Conventions;

/** The components of the readiness of a campaign that are more than the score of a section. */
final class Readiness {

    private Readiness() {}

    /** A score beside what is needed, at most 100. */
    static Span adequacy(Span score, Span target) {
        return new Span(
                score.point() == null || target.point() == null ? null : beside(score.point(), target.point()),
                beside(score.low(), target.high()),
                beside(score.high(), target.low()));
    }

    private static Ratio beside(Ratio part, Ratio whole) {
        return Ratio.HUNDRED.times(part).dividedBy(whole).atMost(Ratio.HUNDRED);
    }

    static int relaysAsked(Ratio goal, Conventions.Relays relays) {
        return steps(goal, relays.step(), relays.most())
                .max(BigInteger.valueOf(relays.least()))
                .intValueExact();
    }

    static int hoursAsked(Ratio goal, Conventions.HoursAsked hours) {
        return Math.min(
                hours.most(),
                hours.base()
                        + hours.each() * steps(goal, hours.step(), hours.most()).intValueExact());
    }

    private static BigInteger steps(Ratio goal, int step, int most) {
        return goal.dividedBy(step).roundedUp().min(BigInteger.valueOf(most));
    }

    static Span relays(@Nullable Integer relays, int asked) {
        return relays == null ? Span.OPEN : Span.exactly(beside(Ratio.of(relays), Ratio.of(asked)));
    }

    /**
     * Support, learning and relays by their weights; what cannot exist for so few partners is dropped. Where the density
     * is unknown there is no point, only bounds.
     */
    static Span network(NetworkScore network, Span learning, Span relays, Conventions.Network conventions) {
        if (network.partners() == 0) {
            return relays;
        }
        int weight = conventions.learningWeight() + conventions.relaysWeight();
        Span sum = times(learning, conventions.learningWeight()).plus(times(relays, conventions.relaysWeight()));
        Span support = network.support();
        if (support != null) {
            sum = sum.plus(times(support, conventions.supportWeight()));
            weight += conventions.supportWeight();
        }
        int all = weight;
        Span mean = sum.map(points -> points.dividedBy(all));
        Span density = network.density();
        return density != null && !density.isKnown() ? mean.withoutPoint() : mean;
    }

    private static Span times(Span span, int weight) {
        return span.map(points -> points.times(weight));
    }

    /** @param planned hours, if they are known */
    static Span resources(
            @Nullable Ratio planned, Preparation preparation, int hoursAsked, Conventions.Resources resources) {
        Span hours = planned == null
                ? new Span(null, Ratio.ZERO, resources.hours())
                : Span.exactly(part(planned, Ratio.of(hoursAsked), resources.hours()));
        Ratio costs = preparation.costs();
        Ratio means = preparation.means();
        Span cost = costs == null || means == null
                ? new Span(null, Ratio.ZERO, resources.cost())
                : Span.exactly(costs.isZero() ? resources.cost() : part(means, costs, resources.cost()));
        return hours.plus(cost);
    }

    private static Ratio part(Ratio given, Ratio asked, Ratio points) {
        return given.dividedBy(asked).atMost(Ratio.ONE).times(points);
    }

    static Span momentum(@Nullable Ratio committed, Ratio goal, Ratio firstCircle) {
        return committed == null ? Span.OPEN : Span.exactly(beside(committed, goal.times(firstCircle)));
    }
}
