package org.tremplin.capacity.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.Component;
import org.tremplin.capacity.Diagnosis;
import org.tremplin.capacity.Figures;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.grid.Card;
import org.tremplin.capacity.grid.Condition;
import org.tremplin.capacity.grid.Conventions;
import org.tremplin.capacity.grid.Grid;

/**
 * The advice for some answers.
 *
 * @param triggered in the order of their ids
 * @param shown now, in order
 */
public record Advice(List<Card> triggered, List<Card> shown) {

    /** More would be read by nobody. */
    private static final int NOW = 3;

    public static Advice of(Grid grid, Diagnosis diagnosis, Preparation preparation, Figures figures) {
        Facts facts = new Facts(grid, diagnosis, preparation, figures);
        List<Card> triggered = grid.cards().stream()
                .filter(card -> triggered(card, facts))
                .sorted(Comparator.comparing(Card::id))
                .toList();
        List<Card> ordered = inOrder(triggered, facts, figures, grid.conventions());
        return new Advice(triggered, ordered.subList(0, Math.min(NOW, ordered.size())));
    }

    /**
     * The same rule among some cards only, to the last: of those that answer nothing but an obstacle only the heaviest.
     *
     * @param cards that are triggered
     */
    public static List<Card> inOrder(
            List<Card> cards, Grid grid, Diagnosis diagnosis, Preparation preparation, Figures figures) {
        return inOrder(cards, new Facts(grid, diagnosis, preparation, figures), figures, grid.conventions());
    }

    private static boolean triggered(Card card, Facts facts) {
        return card.when().stream().anyMatch(row -> holds(row, facts));
    }

    private static boolean holds(List<Condition> row, Facts facts) {
        return row.stream()
                .allMatch(condition ->
                        facts.of(condition.subject()).filter(condition::holds).isPresent());
    }

    private static boolean isAbout(List<Condition> row, @Nullable String obstacle) {
        return row.stream().anyMatch(condition -> condition.subject().equals(obstacle));
    }

    /** What blocks, then what is missing, then the heaviest obstacle, then the strongest levers for their effort. */
    private static List<Card> inOrder(List<Card> triggered, Facts facts, Figures figures, Conventions conventions) {
        List<Card> shown = new ArrayList<>();
        triggered.stream()
                .filter(card -> card.first() != null)
                .sorted(Comparator.comparing(Advice::place))
                .forEach(shown::add);
        List<Card> obstacles =
                triggered.stream().filter(card -> answersObstacle(card, facts)).toList();
        heaviest(obstacles, facts).ifPresent(shown::add);
        triggered.stream()
                .filter(card -> !shown.contains(card))
                .filter(card -> !onlyForItsObstacle(card, facts))
                .sorted(Comparator.comparing((Card card) -> worth(card, figures, conventions))
                        .reversed()
                        .thenComparing(card -> !card.campaign())
                        .thenComparing(Card::id))
                .forEach(shown::add);
        return List.copyOf(shown);
    }

    private static int place(Card card) {
        return card.first() == null ? Integer.MAX_VALUE : card.first();
    }

    private static boolean answersObstacle(Card card, Facts facts) {
        return card.when().stream().anyMatch(row -> isAbout(row, card.obstacle()) && holds(row, facts));
    }

    /** Such a card is the heaviest one or none: a person who names five obstacles does not get five cards. */
    private static boolean onlyForItsObstacle(Card card, Facts facts) {
        return card.when().stream().filter(row -> holds(row, facts)).allMatch(row -> isAbout(row, card.obstacle()));
    }

    private static Optional<Card> heaviest(List<Card> obstacles, Facts facts) {
        return obstacles.stream()
                .min(Comparator.comparing((Card card) -> weight(card.obstacle(), facts))
                        .reversed()
                        .thenComparing(card -> String.valueOf(card.obstacle())));
    }

    private static Ratio weight(@Nullable String obstacle, Facts facts) {
        return obstacle == null ? Ratio.ZERO : facts.of(obstacle).orElse(Ratio.ZERO);
    }

    private static Ratio worth(Card card, Figures figures, Conventions conventions) {
        Component component = card.component();
        Integer effort = card.effort();
        if (component == null || effort == null) {
            return Ratio.ZERO;
        }
        return figures.component(component).leverTo(conventions.aim()).dividedBy(effort);
    }
}
