package org.tremplin.capacity.score;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.ComponentScore;
import org.tremplin.capacity.Figures;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.Span;
import org.tremplin.capacity.Why;
import org.tremplin.capacity.grid.Conventions;

/** What one step of a number would add to the readiness: a relay, an hour, some euros. */
final class Strides {

    private final Conventions conventions;
    private final Preparation preparation;
    private final Figures figures;

    Strides(Conventions conventions, Preparation preparation, Figures figures) {
        this.conventions = conventions;
        this.preparation = preparation;
        this.figures = figures;
    }

    List<Why.Stride> of(ComponentScore component) {
        Conventions.Step step = conventions.step();
        return switch (component.component()) {
            case NET -> stride(component, "relays", step.relays(), moreRelays(step.relays()));
            case RES -> stride(component, "hours", step.hours(), moreHours(step.hours()));
            case MOM -> stride(component, "committed", step.euros(), moreCommitted(step.euros()));
            case A, B, GOV, PREP -> List.of();
        };
    }

    private List<Why.Stride> stride(ComponentScore component, String key, int by, @Nullable Span moved) {
        Ratio before = component.span().point();
        Ratio after = moved == null ? null : moved.point();
        return before == null || after == null
                ? List.of()
                : List.of(new Why.Stride(
                        key, by, after.minus(before).times(component.weight()).dividedBy(100)));
    }

    private @Nullable Span moreRelays(int more) {
        return preparation.relays() == null
                ? null
                : Readiness.network(
                        figures.network(),
                        figures.section(Section.L).span(),
                        Readiness.relays(preparation.relays() + more, figures.relaysAsked()),
                        conventions.network());
    }

    private @Nullable Span moreHours(int more) {
        return preparation
                .hoursPlanned()
                .map(planned -> Readiness.resources(
                        planned.plus(Ratio.of(more)), preparation, figures.hoursAsked(), conventions.resources()))
                .orElse(null);
    }

    private @Nullable Span moreCommitted(int more) {
        return preparation.committed() == null
                ? null
                : Readiness.momentum(
                        preparation.committed().plus(Ratio.of(more)), preparation.goal(), conventions.firstCircle());
    }
}
