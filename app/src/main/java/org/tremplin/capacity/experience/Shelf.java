package org.tremplin.capacity.experience;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.platform.Mode;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.web.DayText;
import reactor.core.publisher.Mono;

/** The returned experiences for the list of the resource centre, and by what they are found there. */
@Component
public class Shelf {

    /** Of one page. */
    public static final int MOST = 24;

    private static final int LEAD = 180;
    private static final Pattern LAST_WORD = Pattern.compile("\\s+\\S*$");

    private final PublishedSheets sheets;
    private final Subjects subjects;
    private final MessageSource messages;
    private final TremplinSettings settings;

    Shelf(PublishedSheets sheets, Subjects subjects, MessageSource messages, TremplinSettings settings) {
        this.sheets = sheets;
        this.subjects = subjects;
        this.messages = messages;
        this.settings = settings;
    }

    /** The latest that answer, or those behind a place; empty words, item or template ask for nothing. */
    public Mono<Page> of(String words, String item, String template, @Nullable Place behind, Locale locale) {
        return sheets.latest(words, item, template, behind, MOST + 1)
                .map(found -> new Page(
                        found.stream().limit(MOST).map(one -> link(one, locale)).toList(),
                        found.size() > MOST ? Place.of(found.get(MOST - 1)) : null));
    }

    public List<Subjects.Group> items(Locale locale) {
        return subjects.groups(locale);
    }

    public List<Subjects.Choice> templates(Locale locale) {
        return subjects.templates(locale);
    }

    private Link link(Experience one, Locale locale) {
        return new Link(
                one.id(),
                heading(one, locale),
                one.told().language(),
                cut(one.told().advice()),
                SheetPages.readOn(one),
                one.brought(),
                alone(one));
    }

    /** Where one association has the site for itself, everybody knows who wrote what was written here. */
    boolean alone(Experience one) {
        return settings.mode() == Mode.SINGLE && !one.brought();
    }

    String heading(Experience one, Locale locale) {
        String month = DayText.month(one.month(), locale);
        return subjects.template(one.told().template(), locale)
                .map(name -> messages.getMessage("experience.heading.template", new Object[] {name, month}, locale))
                .orElseGet(() -> messages.getMessage("experience.heading", new Object[] {month}, locale));
    }

    private static String cut(String text) {
        return text.length() <= LEAD
                ? text
                : LAST_WORD.matcher(text.substring(0, LEAD)).replaceAll("") + "…";
    }

    /** @param older where the next page goes on; none on the last */
    public record Page(List<Link> links, @Nullable Place older) {}

    /**
     * @param language of the lead
     * @param readOn day it was read before it became public
     * @param brought whether it came from another instance
     * @param alone whether everybody knows who wrote it
     */
    public record Link(
            UUID id, String heading, String language, String lead, LocalDate readOn, boolean brought, boolean alone) {}
}
