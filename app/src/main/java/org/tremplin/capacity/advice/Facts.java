package org.tremplin.capacity.advice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Component;
import org.tremplin.capacity.Contribution;
import org.tremplin.capacity.Diagnosis;
import org.tremplin.capacity.Figures;
import org.tremplin.capacity.NetworkScore;
import org.tremplin.capacity.NetworkShape;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.Span;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Item;
import org.tremplin.capacity.grid.Measure;
import org.tremplin.capacity.grid.Sourced;

/** What the conditions of cards may ask, by name; what is not known is not there. */
final class Facts {

    private final Map<String, Ratio> known = new HashMap<>();

    Facts(Grid grid, Diagnosis diagnosis, Preparation preparation, Figures figures) {
        answers(grid.items(Section.A).stream().map(Item::id).toList(), diagnosis.online());
        answers(grid.items(Section.B).stream().map(Item::id).toList(), diagnosis.software());
        answers(grid.items(Section.L).stream().map(Item::id).toList(), diagnosis.learning());
        answers(grid.items(Section.G).stream().map(Item::id).toList(), diagnosis.governance());
        answers(grid.items(Section.PREP).stream().map(Item::id).toList(), preparation.answers());
        answers(grid.obstacles().stream().map(Sourced::id).toList(), diagnosis.obstacles());
        for (Measure measure : Measure.values()) {
            put(measure.key(), value(measure, diagnosis, preparation, figures));
        }
    }

    Optional<Ratio> of(String subject) {
        return Optional.ofNullable(known.get(subject));
    }

    private void answers(List<String> ids, List<Answer> answers) {
        for (int at = 0; at < answers.size(); at++) {
            if (answers.get(at).isScaled()) {
                put(ids.get(at), Ratio.of(answers.get(at).notches()));
            }
        }
    }

    private void put(String subject, @Nullable Ratio value) {
        if (value != null) {
            known.put(subject, value);
        }
    }

    private static @Nullable Ratio value(
            Measure measure, Diagnosis diagnosis, Preparation preparation, Figures figures) {
        NetworkScore network = figures.network();
        return switch (measure) {
            case ADEQUACY_A -> point(figures, Component.A);
            case GAP_A -> figures.onlineGap().orElse(null);
            case COVERAGE_B -> figures.section(Section.B).coverage();
            case SUPPORT -> point(network.support());
            case RELAYS -> figures.relays().point();
            case RELAYS_MISSING ->
                preparation.relays() == null ? null : Ratio.of((long) figures.relaysAsked() - preparation.relays());
            case BRING_VISIBILITY -> bringing(diagnosis, Contribution.VIS);
            case BRING_INFORMATION -> bringing(diagnosis, Contribution.INF);
            case SINGLE_SOURCE -> Ratio.of(network.singleSource().size());
            case SHAPE -> shape(network.shape());
            case DENSITY -> point(network.density());
            case MOMENTUM -> point(figures, Component.MOM);
            case HOURS_MISSING ->
                preparation
                        .hoursPlanned()
                        .map(planned -> Ratio.of(figures.hoursAsked()).minus(planned))
                        .orElse(null);
            case LEAD_SHARE -> preparation.leadShare().orElse(null);
            case GATES_MISSING -> Ratio.of(preparation.gatesMissing().size());
        };
    }

    private static @Nullable Ratio point(Figures figures, Component component) {
        return figures.component(component).span().point();
    }

    private static @Nullable Ratio point(@Nullable Span span) {
        return span == null ? null : span.point();
    }

    private static @Nullable Ratio shape(@Nullable NetworkShape shape) {
        return shape == null ? null : Ratio.of(shape.ordinal());
    }

    private static Ratio bringing(Diagnosis diagnosis, Contribution what) {
        return Ratio.of(diagnosis.partners().stream()
                .filter(partner -> partner.brings(what))
                .count());
    }
}
