package org.tremplin.capacity.diagnosis;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.capacity.Advised;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.resource.SheetItems;
import org.tremplin.capacity.score.Agreed;
import org.tremplin.capacity.score.Progress;

/** Says a kept result in words; computes nothing that is not in it. */
@Component
class ResultPages {

    private final Grid grid;
    private final MessageSource messages;
    private final SheetItems sheets;

    ResultPages(Grid grid, MessageSource messages, SheetItems sheets) {
        this.grid = grid;
        this.messages = messages;
        this.sheets = sheets;
    }

    /** @param made its results, the latest first; at least one */
    ResultPage page(
            String home,
            ZoneId zone,
            List<StoredAssessments.Made> made,
            Map<String, SaidOfCards.Said> said,
            Locale locale) {
        StoredAssessments.Made last = made.get(0);
        KeptResult kept = last.result();
        Telling tell = new Telling(grid, messages, locale);
        Sentences sentences = new Sentences(kept, tell);
        Measures measures = new Measures(kept, tell);
        AdvisedCards cards = new AdvisedCards(grid, kept, said.keySet());
        CardWords words = new CardWords(tell, kept.diagnosis(), said, sheets, List.of());
        Ratio target = kept.figures().onlineTarget().point();
        return new ResultPage(
                home,
                LocalDate.ofInstant(last.at(), zone),
                kept.express(),
                kept.respondents(),
                kept.result().version(),
                sentences.headline(),
                sentences.reading(),
                Advised.Steps.of(words.of(cards.open()), words.of(cards.said())),
                measures.meters(),
                kept.express() || target == null ? null : target.roundedUp().intValueExact(),
                kept.express()
                        ? null
                        : new RadarDrawing(measures.axes()).draw(tell.text("diagnosis.result.radar.words")),
                measures.rows(),
                kept.toDiscuss().stream().map(spread -> told(spread, tell)).toList(),
                new Reasons(kept, tell).all(),
                kept.assumed().stream()
                        .map(trait -> tell.text("diagnosis.assumed." + trait))
                        .toList(),
                made.size() < 2 ? null : change(made.get(1), kept, zone, tell));
    }

    private static ResultPage.Spread told(Agreed.Spread spread, Telling tell) {
        return new ResultPage.Spread(
                tell.asked(spread.item()),
                tell.words(spread.item(), spread.lowest()),
                tell.words(spread.item(), spread.highest()));
    }

    private ResultPage.Change change(StoredAssessments.Made made, KeptResult kept, ZoneId zone, Telling tell) {
        KeptResult before = made.result();
        Progress progress = Progress.between(
                grid,
                before.diagnosis(),
                before.preparation(),
                kept.diagnosis(),
                kept.preparation(),
                before.express() || kept.express());
        return new ResultPage.Change(
                LocalDate.ofInstant(made.at(), zone),
                progress.sections().stream()
                        .filter(one -> one.section() != Section.PREP)
                        .map(one -> tell.text(
                                "diagnosis.change." + one.direction().name(),
                                tell.title(one.section()),
                                Math.abs(one.notches())))
                        .toList(),
                progress.moved().stream()
                        .map(one -> new ResultPage.Moved(
                                tell.asked(one.item()), tell.in(grid.words(one.from())), tell.in(grid.words(one.to()))))
                        .toList());
    }
}
