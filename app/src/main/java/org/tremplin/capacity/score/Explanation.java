package org.tremplin.capacity.score;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import org.tremplin.capacity.Why;
import org.tremplin.capacity.grid.Conventions;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Item;

/** Why a readiness is what it is: each component with its figures, answers and what one step more would add. */
final class Explanation {

    private final Grid grid;
    private final Diagnosis diagnosis;
    private final Preparation preparation;
    private final Figures figures;

    Explanation(Grid grid, Diagnosis diagnosis, Preparation preparation, Figures figures) {
        this.grid = grid;
        this.diagnosis = diagnosis;
        this.preparation = preparation;
        this.figures = figures;
    }

    List<Why> all() {
        return figures.components().stream().map(this::of).toList();
    }

    private Why of(ComponentScore component) {
        return new Why(
                component.component(),
                component.weight(),
                component.points(),
                figures(component.component()),
                answers(component),
                new Strides(grid.conventions(), preparation, figures).of(component),
                grid.components().get(component.component().ordinal()).sources());
    }

    private List<Why.Figure> figures(Component component) {
        Listed listed = new Listed();
        NetworkScore network = figures.network();
        Conventions conventions = grid.conventions();
        switch (component) {
            case A ->
                listed.add("A", figures.section(Section.A).span())
                        .add("orientation", figures.orientationNeed())
                        .add("audience", figures.audienceNeed())
                        .add("reach", figures.reachNeed())
                        .add("need", figures.need())
                        .add("base", conventions.onlineTarget().base())
                        .add("perNeed", conventions.onlineTarget().perNeed())
                        .add("aim", diagnosis.profile().onlineAim())
                        .add("TA", figures.onlineTarget());
            case B ->
                listed.add("B", figures.section(Section.B).span())
                        .add("size", figures.sizeTarget())
                        .add("goal", figures.goalTarget())
                        .add("TB", figures.softwareTarget());
            case NET ->
                listed.add("div", network.diversity())
                        .add("dens", network.density())
                        .add("infoVis", network.makeKnown())
                        .add("NS", network.toldSupport())
                        .add("L", figures.section(Section.L).span())
                        .add("relays", whole(preparation.relays()))
                        .add("relTarget", Ratio.of(figures.relaysAsked()))
                        .add("REL", figures.relays());
            case GOV -> listed.add("G", figures.section(Section.G).span());
            case RES ->
                listed.add("Hp", preparation.hoursPlanned().orElse(null))
                        .add("Hreq", Ratio.of(figures.hoursAsked()))
                        .add("leadShare", preparation.leadShare().orElse(null))
                        .add("costBudget", preparation.means())
                        .add("costEst", preparation.costs());
            case PREP -> listed.add("PREP", figures.section(Section.PREP).span());
            case MOM ->
                listed.add("committed", preparation.committed())
                        .add("goal", preparation.goal())
                        .add("firstCircle", conventions.firstCircle());
        }
        return listed.figures;
    }

    private List<Why.Given> answers(ComponentScore component) {
        Section section = switch (component.component()) {
            case A -> Section.A;
            case B -> Section.B;
            case NET -> Section.L;
            case GOV -> Section.G;
            case PREP -> Section.PREP;
            case RES, MOM -> null;
        };
        if (section == null) {
            return List.of();
        }
        List<Item> items = grid.items(section);
        List<Answer> answers = Computation.answers(section, diagnosis, preparation);
        List<Why.Given> given = new ArrayList<>();
        for (int at = 0; at < answers.size(); at++) {
            given.add(new Why.Given(
                    items.get(at).id(), answers.get(at), notch(component, figures.section(section), answers.get(at))));
        }
        return given;
    }

    /** What one notch more on one item adds to the readiness, in points. */
    private @Nullable Ratio notch(ComponentScore component, SectionScore section, Answer answer) {
        Ratio point = section.span().point();
        Ratio score = component.span().point();
        if (point == null || score == null || !answer.isScaled() || answer.notches() == Answer.TOP) {
            return null;
        }
        long answered = section.coverage().times(section.counted()).numerator().longValueExact();
        Ratio step = Sections.NOTCH.dividedBy(answered);
        Ratio moved = switch (component.component()) {
            case A -> adequate(point.plus(step), figures.onlineTarget().point());
            case B -> adequate(point.plus(step), figures.softwareTarget());
            case NET -> score.plus(step.times(learningPart()));
            case GOV, PREP -> score.plus(step);
            case RES, MOM -> score;
        };
        return moved.minus(score).times(component.weight()).dividedBy(100);
    }

    private static Ratio adequate(Ratio point, @Nullable Ratio target) {
        return target == null
                ? Ratio.ZERO
                : Ratio.HUNDRED.times(point).dividedBy(target).atMost(Ratio.HUNDRED);
    }

    /** The part of learning in the network; without partners it has none. */
    private Ratio learningPart() {
        Conventions.Network network = grid.conventions().network();
        int weights = network.learningWeight()
                + network.relaysWeight()
                + (figures.network().support() == null ? 0 : network.supportWeight());
        return figures.network().partners() == 0 ? Ratio.ZERO : Ratio.of(network.learningWeight(), weights);
    }

    private static @Nullable Ratio whole(@Nullable Integer number) {
        return number == null ? null : Ratio.of(number);
    }

    /** Figures in the order they are added; what is not known is left out. */
    private static final class Listed {

        private final List<Why.Figure> figures = new ArrayList<>();

        Listed add(String key, @Nullable Span value) {
            if (value != null) {
                figures.add(new Why.Figure(key, value));
            }
            return this;
        }

        Listed add(String key, @Nullable Ratio value) {
            return add(key, value == null ? null : Span.exactly(value));
        }
    }
}
