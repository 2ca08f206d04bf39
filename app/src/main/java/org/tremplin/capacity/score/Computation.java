package org.tremplin.capacity.score;

import java.util.Arrays;
import java.util.List;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Component;
import org.tremplin.capacity.ComponentScore;
import org.tremplin.capacity.Diagnosis;
import org.tremplin.capacity.Figures;
import org.tremplin.capacity.NetworkScore;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.SectionScore;
import org.tremplin.capacity.Span;
import org.tremplin.capacity.grid.Conventions;
import org.tremplin.capacity.grid.Grid;

/** All figures of one set of answers, by the formulas of the grid. */
final class Computation {

    private final Grid grid;
    private final Conventions conventions;
    private final Diagnosis diagnosis;
    private final Preparation preparation;

    Computation(Grid grid, Diagnosis diagnosis, Preparation preparation) {
        this.grid = grid;
        this.conventions = grid.conventions();
        this.diagnosis = diagnosis;
        this.preparation = preparation;
    }

    /** The answers to a section, wherever they are kept. */
    static List<Answer> answers(Section section, Diagnosis diagnosis, Preparation preparation) {
        return switch (section) {
            case A -> diagnosis.online();
            case B -> diagnosis.software();
            case L -> diagnosis.learning();
            case G -> diagnosis.governance();
            case PREP -> preparation.answers();
        };
    }

    Figures figures() {
        List<SectionScore> sections = Arrays.stream(Section.values())
                .map(section ->
                        Sections.score(section, answers(section, diagnosis, preparation), conventions.coverage()))
                .toList();
        Span orientation = Needs.orientation(diagnosis.profile(), grid);
        Span audience = Needs.audience(diagnosis.profile());
        Ratio reach = Needs.reach(diagnosis.profile(), grid);
        Span need = Needs.mean(orientation, audience, reach);
        Span onlineTarget = Needs.onlineTarget(need, diagnosis.profile(), conventions.onlineTarget());
        Ratio sizeTarget = Needs.sizeTarget(diagnosis.profile(), conventions);
        Ratio goalTarget = Needs.goalTarget(preparation.goal(), conventions);
        NetworkScore network = Networks.score(diagnosis.partners(), diagnosis.ties(), conventions.network());
        int relaysAsked = Readiness.relaysAsked(preparation.goal(), conventions.relays());
        Span relays = Readiness.relays(preparation.relays(), relaysAsked);
        int hoursAsked = Readiness.hoursAsked(preparation.goal(), conventions.hours());
        List<ComponentScore> components = Arrays.stream(Component.values())
                .map(component -> new ComponentScore(
                        component,
                        switch (component) {
                            case A -> Readiness.adequacy(span(sections, Section.A), onlineTarget);
                            case B ->
                                Readiness.adequacy(
                                        span(sections, Section.B), Span.exactly(sizeTarget.atLeast(goalTarget)));
                            case NET ->
                                Readiness.network(network, span(sections, Section.L), relays, conventions.network());
                            case GOV -> span(sections, Section.G);
                            case RES ->
                                Readiness.resources(
                                        preparation.hoursPlanned().orElse(null),
                                        preparation,
                                        hoursAsked,
                                        conventions.resources());
                            case PREP -> span(sections, Section.PREP);
                            case MOM ->
                                Readiness.momentum(
                                        preparation.committed(), preparation.goal(), conventions.firstCircle());
                        },
                        grid.weights(preparation.type()).of(component)))
                .toList();
        Span readiness = components.stream()
                .filter(component -> component.weight() > 0)
                .map(ComponentScore::points)
                .reduce(Span.exactly(Ratio.ZERO), Span::plus);
        List<Component> cappedBy = Labels.cappedBy(components, conventions.cap());
        return new Figures(
                need,
                orientation,
                audience,
                reach,
                onlineTarget,
                sizeTarget,
                goalTarget,
                sections,
                network,
                relaysAsked,
                relays,
                hoursAsked,
                components,
                readiness,
                cappedBy,
                Labels.label(readiness, !cappedBy.isEmpty(), grid),
                Labels.levers(components, conventions.aim()));
    }

    private static Span span(List<SectionScore> sections, Section section) {
        return sections.get(section.ordinal()).span();
    }
}
