package org.tremplin.site.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.Promised;
import org.tremplin.campaign.Update;
import org.tremplin.campaign.VideoLink;
import org.tremplin.platform.web.About;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Markdown;
import org.tremplin.transparency.FiguresTable;
import org.tremplin.transparency.Report;

/** Makes the page of a campaign's news. */
@Component
class NewsPages {

    /** Updates on one page. */
    static final int PAGE = 20;

    private final MessageSource messages;

    NewsPages(MessageSource messages) {
        this.messages = messages;
    }

    /** @param updates one more than a page holds when there are others */
    NewsPage page(Snapshot seen, List<Update> updates, List<Report> reports, boolean first, Language language) {
        Locale locale = language.locale();
        ZoneId zone = seen.association().zone();
        List<Update> shown = updates.stream().limit(PAGE).toList();
        UUID older = updates.size() > PAGE ? shown.get(PAGE - 1).id() : null;
        String title = seen.published().plan().title();
        return new NewsPage(
                seen.published().campaign().slug(),
                title,
                seen.published().plan().language(),
                seen.association().name(),
                first
                        ? seen.told().promises().stream()
                                .map(promised -> promise(promised, locale))
                                .toList()
                        : List.of(),
                first ? reports.stream().map(report -> report(report, locale)).toList() : List.of(),
                shown.stream().map(update -> item(update, zone, locale)).toList(),
                older,
                first,
                new About(
                        title,
                        messages.getMessage("news.description", new Object[] {title}, locale),
                        null,
                        null,
                        List.of("video"),
                        first));
    }

    static NewsPage.Promise promise(Promised promised, Locale locale) {
        return new NewsPage.Promise(
                promised.promise().kind().name(),
                promised.promise().what(),
                promised.promise().by().name(),
                DayText.text(promised.dueOn(), locale),
                promised.dueOn().toString(),
                promised.state().name(),
                promised.days(),
                promised.madeOn() == null ? null : DayText.text(promised.madeOn(), locale));
    }

    static NewsPage.Item item(Update update, ZoneId zone, Locale locale) {
        LocalDate on = LocalDate.ofInstant(Objects.requireNonNull(update.publishedAt()), zone);
        return new NewsPage.Item(
                update.id(),
                update.title(),
                Markdown.html(update.body(), 4),
                DayText.text(on, locale),
                on.toString(),
                VideoLink.of(update.video()).orElse(null),
                update.photos(),
                day(update.correctedAt(), zone, locale),
                update.correction(),
                day(update.withdrawnAt(), zone, locale),
                update.withdrawal());
    }

    private static @Nullable String day(@Nullable Instant at, ZoneId zone, Locale locale) {
        return at == null ? null : DayText.text(LocalDate.ofInstant(at, zone), locale);
    }

    private static NewsPage.Report report(Report report, Locale locale) {
        LocalDate on = Objects.requireNonNull(report.publishedOn());
        return new NewsPage.Report(
                report.id(),
                report.title(),
                report.closing(),
                Markdown.html(report.body(), 4),
                DayText.text(on, locale),
                on.toString(),
                FiguresTable.of(Objects.requireNonNull(report.figures()), locale),
                report.photos());
    }
}
