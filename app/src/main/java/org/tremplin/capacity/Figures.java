package org.tremplin.capacity;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is computed from answers, exact.
 *
 * @param need for online practice, 0 to 100: mean of the three needs that follow
 * @param orientationNeed from the energy put into advocacy, innovation and community
 * @param audienceNeed from what publics expect
 * @param reachNeed from the reach of its own action
 * @param onlineTarget what section A is measured against, 30 to 100
 * @param sizeTarget what the size asks of software
 * @param goalTarget what the goal asks of software
 * @param sections in the order of {@link Section}
 * @param relaysAsked people or organisations
 * @param relays beside those asked, 0 to 100
 * @param hoursAsked of work
 * @param components in the order of {@link Component}
 * @param readiness 0 to 100: a state of preparation, never a chance of success
 * @param cappedBy components that keep the label low, whatever the rest
 * @param levers at most three, the strongest first
 */
public record Figures(
        Span need,
        Span orientationNeed,
        Span audienceNeed,
        Ratio reachNeed,
        Span onlineTarget,
        Ratio sizeTarget,
        Ratio goalTarget,
        List<SectionScore> sections,
        NetworkScore network,
        int relaysAsked,
        Span relays,
        int hoursAsked,
        List<ComponentScore> components,
        Span readiness,
        List<Component> cappedBy,
        ReadinessLabel label,
        List<Lever> levers) {

    public Figures {
        sections = List.copyOf(sections);
        components = List.copyOf(components);
        cappedBy = List.copyOf(cappedBy);
        levers = List.copyOf(levers);
    }

    public SectionScore section(Section section) {
        return sections.get(section.ordinal());
    }

    public ComponentScore component(Component component) {
        return components.get(component.ordinal());
    }

    /** The stronger of two drivers. */
    public Ratio softwareTarget() {
        return sizeTarget.atLeast(goalTarget);
    }

    /** What online practice lacks to its need, 0 to 100; none when either is not known. */
    public Optional<Ratio> onlineGap() {
        @Nullable Ratio score = section(Section.A).span().point();
        @Nullable Ratio target = onlineTarget.point();
        return score == null || target == null
                ? Optional.empty()
                : Optional.of(target.minus(score).atLeast(Ratio.ZERO));
    }
}
