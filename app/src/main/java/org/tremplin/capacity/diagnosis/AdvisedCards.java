package org.tremplin.capacity.diagnosis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.advice.Advice;
import org.tremplin.capacity.grid.Card;
import org.tremplin.capacity.score.ShortForm;

/**
 * Which cards a result shows, and in what order; how each is told.
 *
 * @param said done or refused, by card; such a card is no longer shown among the open ones
 */
record AdvisedCards(KeptResult kept, Map<String, SaidOfCards.Said> said, Telling tell) {

    /** About missing answers of the whole form; the short one misses them on purpose. */
    private static final String UNANSWERED = "R10";

    /** What to do now, the most telling first. */
    List<ResultPage.Advised> open() {
        return inOrder().stream()
                .filter(card -> !said.containsKey(card.id()))
                .map(this::advised)
                .toList();
    }

    List<ResultPage.Advised> answered() {
        return inOrder().stream()
                .filter(card -> said.containsKey(card.id()))
                .map(this::advised)
                .toList();
    }

    private List<Card> inOrder() {
        Set<String> ids = new LinkedHashSet<>();
        if (kept.express()) {
            ShortForm.of(tell.grid(), kept.diagnosis(), kept.preparation())
                    .lowest()
                    .forEach(low -> answering(low).map(Card::id).forEach(ids::add));
        } else {
            ids.addAll(kept.result().shown());
        }
        kept.result().cards().stream()
                .filter(id -> !(kept.express() && id.equals(UNANSWERED)))
                // of obstacles the heaviest only: who names five does not get five cards
                .filter(id ->
                        tell.grid().card(id).filter(this::onlyForItsObstacle).isEmpty())
                .forEach(ids::add);
        return ids.stream().flatMap(id -> tell.grid().card(id).stream()).toList();
    }

    private boolean onlyForItsObstacle(Card card) {
        return Advice.onlyForItsObstacle(card, tell.grid(), kept.diagnosis(), kept.preparation(), kept.figures());
    }

    /** Cards that this answer triggers, whatever else they ask that the short form does not know. */
    private Stream<Card> answering(ShortForm.Low low) {
        return tell.grid().cards().stream()
                .filter(card -> card.when().stream()
                        .anyMatch(row -> row.stream()
                                .anyMatch(condition -> condition.subject().equals(low.item())
                                        && condition.holds(Ratio.of(low.answer().notches())))))
                .limit(1);
    }

    private ResultPage.Advised advised(Card card) {
        SaidOfCards.Said answer = said.get(card.id());
        return new ResultPage.Advised(
                card.id(),
                tell.in(card.action()),
                tell.in(card.gap()),
                tell.in(card.why()),
                tell.sources(card.sources()),
                tell.grid().helpers(card, kept.diagnosis().profile().staff()).stream()
                        .map(helper -> new ResultPage.Help(tell.in(helper.words()), helper.link()))
                        .toList(),
                "/ressources/aides?conseil=" + card.id()
                        + (kept.diagnosis().profile().staff() > 0 ? "&salarie=oui" : ""),
                card.effort() == null ? "" : tell.text("method.effort." + card.effort()),
                tell.in(card.risk()),
                answer == null ? "" : answer.name());
    }
}
