package org.tremplin.capacity.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.capacity.Advised;
import org.tremplin.capacity.Advising;
import org.tremplin.capacity.Assessed;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Scoring;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.resource.SheetItems;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** Chooses cards by the preparation of one campaign; what was answered of a card counts here as on the result. */
@Component
class CampaignCards implements Advising {

    private final Scoring scoring;
    private final SaidOfCards saidOfCards;
    private final SheetItems sheets;
    private final Grid grid;
    private final MessageSource messages;

    CampaignCards(Scoring scoring, SaidOfCards saidOfCards, SheetItems sheets, Grid grid, MessageSource messages) {
        this.scoring = scoring;
        this.saidOfCards = saidOfCards;
        this.sheets = sheets;
        this.grid = grid;
        this.messages = messages;
    }

    @Override
    public Mono<Advised.Steps> steps(
            AssociationId association,
            Assessed assessed,
            Preparation preparation,
            List<Integer> gates,
            boolean obstacles,
            Language language) {
        return saidOfCards
                .of(association)
                .map(said -> scoring.refusals(assessed.diagnosis(), preparation).isEmpty()
                        ? steps(assessed, preparation, said, gates, obstacles, language)
                        : Advised.Steps.NONE);
    }

    private Advised.Steps steps(
            Assessed assessed,
            Preparation preparation,
            Map<String, SaidOfCards.Said> said,
            List<Integer> gates,
            boolean obstacles,
            Language language) {
        KeptResult kept = new KeptResult(
                assessed.express(),
                0,
                assessed.diagnosis(),
                preparation,
                scoring.score(assessed.diagnosis(), preparation),
                List.of(),
                List.of(),
                Map.of());
        AdvisedCards cards = new AdvisedCards(grid, kept, said.keySet());
        CardWords words = new CardWords(
                new Telling(grid, messages, language.locale()), assessed.diagnosis(), said, sheets, gates);
        return Advised.Steps.of(words.of(cards.open()), words.of(cards.said()))
                .without(card -> !obstacles && grid.weighs(card));
    }

    @Override
    public Mono<Set<String>> answered(AssociationId association) {
        return saidOfCards.of(association).map(Map::keySet);
    }

    @Override
    public List<Advised.Sheet> sheets(String card, Language language) {
        return grid.card(card)
                .map(found -> sheets.leading(found, List.of(), language.locale()))
                .orElse(List.of());
    }
}
