package org.tremplin.capacity.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.platform.paper.Paper;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;

/** The strategy as one A4 page of PDF, for the board, the file of an adviser or a foundation. */
@Component
class StrategyPaper {

    private final MessageSource messages;

    StrategyPaper(MessageSource messages) {
        this.messages = messages;
    }

    Paper of(Strategy strategy, Language language) {
        Locale locale = language.locale();
        LocalDate diagnosed = strategy.diagnosed();
        String on = DayText.text(strategy.on(), locale);
        Paper paper = Paper.in(language, text("strategy.title.of", locale, strategy.association()))
                .onOnePage()
                .foot(text("strategy.foot", locale))
                .small(
                        diagnosed == null
                                ? text("strategy.on", locale, on)
                                : text("strategy.on.diagnosed", locale, on, DayText.text(diagnosed, locale)));
        for (Strategy.Part part : strategy.parts()) {
            paper.heading(part.title()).text(String.join("\n", part.lines()));
        }
        paper.heading(text("strategy.actions", locale));
        if (strategy.actions().isEmpty()) {
            paper.text(text("strategy.actions.none", locale));
        } else {
            paper.table(
                    List.of(
                            text("plan.what", locale),
                            text("plan.who", locale),
                            text("plan.due", locale),
                            text("plan.cost", locale),
                            text("plan.help", locale)),
                    strategy.actions().stream()
                            .map(action -> List.of(
                                    action.what(),
                                    or(action.who(), "plan.who.none", locale),
                                    or(action.due(), "plan.due.none", locale),
                                    or(action.cost(), "plan.cost.none", locale),
                                    action.help()))
                            .toList(),
                    40,
                    16,
                    16,
                    12,
                    24);
        }
        return paper.small(text(strategy.names() ? "strategy.names.with" : "strategy.names.without", locale))
                .small(text("strategy.honest", locale));
    }

    private String or(String said, String otherwise, Locale locale) {
        return said.isEmpty() ? text(otherwise, locale) : said;
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
