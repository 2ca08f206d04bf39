package org.tremplin.capacity.diagnosis;

import java.util.List;
import java.util.Map;
import org.tremplin.capacity.Advised;
import org.tremplin.capacity.Diagnosis;
import org.tremplin.capacity.grid.Card;
import org.tremplin.capacity.grid.Helper;
import org.tremplin.capacity.grid.Words;
import org.tremplin.capacity.resource.SheetItems;

/**
 * Says cards to an association in one language.
 *
 * @param said done or refused, by card
 * @param gates numbers of those that are shut
 */
record CardWords(
        Telling tell, Diagnosis diagnosis, Map<String, SaidOfCards.Said> said, SheetItems sheets, List<Integer> gates) {

    List<Advised> of(List<Card> cards) {
        return cards.stream().map(this::of).toList();
    }

    private Advised of(Card card) {
        int staff = diagnosis.profile().staff();
        List<Helper> helpers = tell.grid().helpers(card, staff);
        List<Advised.Sheet> leading = sheets.leading(card, gates, tell.locale());
        SaidOfCards.Said answer = said.get(card.id());
        return new Advised(
                card.id(),
                tell.in(card.action()),
                tell.in(gap(card)),
                tell.in(card.why()),
                tell.sources(card.sources()),
                helpers.stream().map(helper -> help(helper, leading)).toList(),
                leading,
                helpers.stream().allMatch(Helper::here)
                        ? ""
                        : "/ressources/aides?conseil=" + card.id() + (staff > 0 ? "&salarie=oui" : ""),
                card.effort() == null ? "" : tell.text("method.effort." + card.effort()),
                tell.in(card.risk()),
                answer == null ? "" : answer.name());
    }

    private Words gap(Card card) {
        Words alone = card.gapAlone();
        return alone != null && diagnosis.partners().isEmpty() ? alone : card.gap();
    }

    private Advised.Help help(Helper helper, List<Advised.Sheet> leading) {
        String link = helper.here() && !leading.isEmpty() ? leading.get(0).address() : helper.link();
        return new Advised.Help(tell.in(helper.words()), link);
    }
}
