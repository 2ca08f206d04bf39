package org.tremplin.capacity.help;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Departments;
import org.tremplin.capacity.grid.Card;
import org.tremplin.capacity.grid.Grid;

/**
 * Which helpers somebody looks for.
 *
 * @param department code, or empty = anywhere
 * @param staff whether the association has an employee: some help employers only
 * @param kinds ids of helpers of the grid; empty = every kind
 */
record Sought(String department, @Nullable Topic topic, boolean staff, Set<String> kinds) {

    /** What is not known is not asked for. */
    static Sought of(String department, String topic, boolean staff, Set<String> kinds) {
        return new Sought(
                Departments.all().contains(department) ? department : "",
                Topic.of(List.of(topic)).stream().findFirst().orElse(null),
                staff,
                kinds);
    }

    boolean everything() {
        return department.isEmpty() && topic == null && !staff && kinds.isEmpty();
    }

    boolean wants(KnownHelper helper) {
        return helper.helpsIn(department)
                && (topic == null || helper.topics().contains(topic))
                && (staff || !helper.employers())
                && (kinds.isEmpty() || kinds.contains(helper.kind()));
    }

    List<KnownHelper> among(List<KnownHelper> all) {
        return all.stream().filter(this::wants).toList();
    }

    /**
     * Kinds of helpers for these cards: to an association without employees, whoever stands in for those that help
     * employers only.
     */
    static Set<String> kinds(Grid grid, Stream<Card> cards, boolean staff) {
        return cards.flatMap(card -> grid.helpers(card, staff ? 1 : 0).stream())
                .map(helper -> helper.id())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The cards that one of these items, obstacles or components is a reason for. */
    static Stream<Card> cards(Grid grid, List<String> items) {
        return grid.cards().stream()
                .filter(card -> (card.component() != null
                                && items.contains(card.component().name()))
                        || (card.obstacle() != null && items.contains(card.obstacle()))
                        || card.when().stream()
                                .flatMap(List::stream)
                                .anyMatch(condition -> items.contains(condition.subject())));
    }
}
