package org.tremplin.site.campaign;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.tremplin.campaign.Update;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.web.Language;
import org.tremplin.platform.web.Markdown;
import org.tremplin.transparency.Report;

/** The news of a campaign for feed readers: Atom (RFC 4287). */
@Component
class NewsFeed {

    private final TremplinSettings settings;

    NewsFeed(TremplinSettings settings) {
        this.settings = settings;
    }

    /** What was withdrawn is not in it. */
    String of(Snapshot seen, List<Update> updates, List<Report> reports, Language language) {
        String page = settings.absolute(
                language.to("/c/" + seen.published().campaign().slug() + "/nouvelles"));
        List<Entry> entries = new ArrayList<>();
        for (Update update : updates) {
            if (update.state() == Update.State.PUBLISHED) {
                Instant at = Objects.requireNonNull(update.publishedAt());
                Instant last = update.correctedAt() == null ? at : update.correctedAt();
                entries.add(new Entry(update.id(), update.title(), update.body(), at, last));
            }
        }
        for (Report report : reports) {
            Instant at = Objects.requireNonNull(report.publishedAt());
            entries.add(new Entry(report.id(), report.title(), report.body(), at, at));
        }
        entries.sort(Comparator.comparing(Entry::published).reversed());
        Instant begun = Objects.requireNonNull(seen.published().campaign().publishedAt());
        Instant updated =
                entries.stream().map(Entry::updated).max(Instant::compareTo).orElse(begun);
        StringBuilder feed = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
                .append(seen.published().plan().language())
                .append("\">\n");
        element(feed, "title", seen.published().plan().title());
        element(feed, "id", "urn:uuid:" + seen.published().campaign().id().value());
        element(feed, "updated", written(updated));
        feed.append("<link rel=\"self\" type=\"application/atom+xml\" href=\"")
                .append(escaped(page + ".atom"))
                .append("\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"")
                .append(escaped(page))
                .append("\"/>\n<author>");
        element(feed, "name", seen.association().name());
        feed.append("</author>\n");
        entries.forEach(entry -> entry(feed, entry, page));
        return feed.append("</feed>\n").toString();
    }

    private static void entry(StringBuilder feed, Entry entry, String page) {
        feed.append("<entry>\n");
        element(feed, "title", entry.title());
        element(feed, "id", "urn:uuid:" + entry.id());
        element(feed, "published", written(entry.published()));
        element(feed, "updated", written(entry.updated()));
        feed.append("<link rel=\"alternate\" type=\"text/html\" href=\"")
                .append(escaped(page + "#n-" + entry.id()))
                .append("\"/>\n<content type=\"html\">")
                .append(escaped(Markdown.html(entry.body(), 2)))
                .append("</content>\n</entry>\n");
    }

    private static void element(StringBuilder feed, String name, String text) {
        feed.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    private static String written(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Decimal references: XML knows none of HTML's names. Characters XML has no place for are left out. */
    static String escaped(String text) {
        return HtmlUtils.htmlEscapeDecimal(text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", ""));
    }

    private record Entry(UUID id, String title, String body, Instant published, Instant updated) {}
}
