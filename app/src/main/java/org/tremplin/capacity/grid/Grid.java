package org.tremplin.capacity.grid;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.CampaignType;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.ReadinessLabel;
import org.tremplin.capacity.Section;

/** The whole definition of the diagnosis, checked; every result names its version. */
public record Grid(
        String version,
        List<Choice> sources,
        List<Level> levels,
        Words unknown,
        Words notApplicable,
        Asked asked,
        List<Questions> sections,
        List<Level> obstacleLevels,
        List<Sourced> obstacles,
        List<Choice> gates,
        Conventions conventions,
        List<Band> bands,
        Words incomplete,
        List<Sourced> components,
        List<TypeWeights> weights,
        List<Helper> helpers,
        List<Card> cards) {

    public Grid {
        sources = List.copyOf(sources);
        levels = List.copyOf(levels);
        sections = List.copyOf(sections);
        obstacleLevels = List.copyOf(obstacleLevels);
        obstacles = List.copyOf(obstacles);
        gates = List.copyOf(gates);
        bands = List.copyOf(bands);
        components = List.copyOf(components);
        weights = List.copyOf(weights);
        helpers = List.copyOf(helpers);
        cards = List.copyOf(cards);
    }

    public List<Item> items(Section section) {
        return sections.get(section.ordinal()).items();
    }

    public TypeWeights weights(CampaignType type) {
        return weights.get(type.ordinal());
    }

    /** The band of a readiness of 0 to 100. */
    public ReadinessLabel band(Ratio readiness) {
        ReadinessLabel label = bands.get(0).label();
        for (Band band : bands) {
            if (!readiness.below(band.from())) {
                label = band.label();
            }
        }
        return label;
    }

    /** The words of an answer on the common scale. */
    public Words words(Answer answer) {
        if (answer == Answer.UNKNOWN) {
            return unknown;
        }
        return answer.isScaled() ? levels.get(answer.notches()).words() : notApplicable;
    }

    public Optional<Card> card(String id) {
        return cards.stream().filter(card -> card.id().equals(id)).findFirst();
    }

    /** Whether an obstacle triggers this card, so that it tells what weighs on people. */
    public boolean weighs(String card) {
        return card(card).stream()
                .flatMap(one -> one.when().stream())
                .flatMap(List::stream)
                .anyMatch(
                        condition -> obstacles.stream().anyMatch(one -> one.id().equals(condition.subject())));
    }

    public Optional<Helper> helper(String id) {
        return helpers.stream().filter(helper -> helper.id().equals(id)).findFirst();
    }

    /** Who can help an association of so many employees with it. */
    public List<Helper> helpers(Card card, int staff) {
        return card.helpers().stream()
                .flatMap(id -> helper(id).stream())
                .flatMap(helper -> helper.helps(staff) || helper.otherwise() == null
                        ? Stream.of(helper).filter(able -> able.helps(staff))
                        : helper(helper.otherwise()).stream())
                .distinct()
                .toList();
    }

    public Optional<Choice> source(String id) {
        return sources.stream().filter(source -> source.id().equals(id)).findFirst();
    }
}
