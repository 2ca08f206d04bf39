package org.tremplin.capacity.score;

import java.util.Comparator;
import java.util.List;
import org.tremplin.capacity.Component;
import org.tremplin.capacity.ComponentScore;
import org.tremplin.capacity.Lever;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.ReadinessLabel;
import org.tremplin.capacity.Span;
import org.tremplin.capacity.grid.Conventions;
import org.tremplin.capacity.grid.Grid;

/** What is said of a readiness in words, and where to begin. */
final class Labels {

    private static final int LEVERS = 3;

    private Labels() {}

    /** Heavy components that are surely too low: nothing else makes up for them. */
    static List<Component> cappedBy(List<ComponentScore> components, Conventions.Cap cap) {
        return components.stream()
                .filter(component -> component.weight() >= cap.weight())
                .filter(component -> surely(component.span()).below(cap.below()))
                .map(ComponentScore::component)
                .toList();
    }

    private static Ratio surely(Span span) {
        return span.point() == null ? span.high() : span.point();
    }

    static ReadinessLabel label(Span readiness, boolean capped, Grid grid) {
        ReadinessLabel label = readiness.point() == null ? bothEnds(readiness, grid) : grid.band(readiness.point());
        ReadinessLabel highest = grid.conventions().cap().label();
        return capped && label != ReadinessLabel.DIAGNOSTIC_INCOMPLET && label.compareTo(highest) > 0 ? highest : label;
    }

    private static ReadinessLabel bothEnds(Span readiness, Grid grid) {
        ReadinessLabel low = grid.band(readiness.low());
        return low == grid.band(readiness.high()) ? low : ReadinessLabel.DIAGNOSTIC_INCOMPLET;
    }

    static List<Lever> levers(List<ComponentScore> components, Ratio aim) {
        return components.stream()
                .map(component -> new Lever(component.component(), component.leverTo(aim)))
                .filter(lever -> !lever.points().isZero())
                .sorted(Comparator.comparing(Lever::points).reversed())
                .limit(LEVERS)
                .toList();
    }
}
