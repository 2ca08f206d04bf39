package org.tremplin.capacity.diagnosis;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.advice.Advice;
import org.tremplin.capacity.grid.Card;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.score.ShortForm;

/**
 * Which cards a result shows, and in what order.
 *
 * @param answered ids of those that are done or refused: the rule chooses again among the others
 */
record AdvisedCards(Grid grid, KeptResult kept, Set<String> answered) {

    /** About missing answers of the whole form; the short one misses them on purpose. */
    private static final String UNANSWERED = "R10";

    /** What to do now, the most telling first; what asks for nothing comes after all that does. */
    List<Card> open() {
        return inOrder().stream()
                .filter(card -> !isAnswered(card))
                .distinct()
                .sorted(Comparator.comparing(card -> !card.asksForSomething()))
                .toList();
    }

    List<Card> said() {
        return candidates().filter(this::isAnswered).distinct().toList();
    }

    private List<Card> inOrder() {
        List<Card> ruled = Advice.inOrder(
                candidates().filter(card -> !isAnswered(card)).distinct().toList(),
                grid,
                kept.diagnosis(),
                kept.preparation(),
                kept.figures());
        if (!kept.express()) {
            return ruled;
        }
        Stream<Card> first = ruled.stream().filter(card -> card.first() != null);
        return Stream.of(first, lowest(), ruled.stream())
                .flatMap(cards -> cards)
                .toList();
    }

    private Stream<Card> candidates() {
        Stream<Card> triggered = kept.result().cards().stream()
                .filter(id -> !(kept.express() && id.equals(UNANSWERED)))
                .flatMap(id -> grid.card(id).stream());
        return kept.express() ? Stream.concat(lowest(), triggered) : triggered;
    }

    /** Where a short form begins: at its lowest answers. */
    private Stream<Card> lowest() {
        return ShortForm.of(grid, kept.diagnosis(), kept.preparation()).lowest().stream()
                .flatMap(this::answering);
    }

    /** The card that this answer triggers, whatever else it asks that the short form does not know. */
    private Stream<Card> answering(ShortForm.Low low) {
        return grid.cards().stream()
                .filter(card -> card.when().stream()
                        .anyMatch(row -> row.stream()
                                .anyMatch(condition -> condition.subject().equals(low.item())
                                        && condition.holds(Ratio.of(low.answer().notches())))))
                .limit(1);
    }

    private boolean isAnswered(Card card) {
        return answered.contains(card.id());
    }
}
