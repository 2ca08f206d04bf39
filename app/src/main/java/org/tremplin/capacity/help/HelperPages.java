package org.tremplin.capacity.help;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.association.Departments;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.platform.web.About;
import org.tremplin.platform.web.DayText;

/** Says the directory in one language. */
@Component
class HelperPages {

    private final Grid grid;
    private final MessageSource messages;

    HelperPages(Grid grid, MessageSource messages) {
        this.grid = grid;
        this.messages = messages;
    }

    /** @param why what led here: the gap of a card, the title of a sheet; empty for most */
    HelpersPage page(Sought sought, List<KnownHelper> all, String why, LocalDate today, Locale locale) {
        About about = About.of(text("helpers.h1", locale), text("helpers.lead", locale));
        String topic = sought.topic() == null ? "" : sought.topic().name();
        return new HelpersPage(
                sought.department(),
                topic,
                sought.staff(),
                why,
                options(Departments.all(), locale),
                List.of(Topic.values()),
                sought.among(all).stream()
                        .map(helper -> shown(helper, today, locale))
                        .toList(),
                also(sought, locale),
                sought.everything()
                        ? about
                        : new About(about.title(), about.description(), null, null, List.of(), false));
    }

    HelpersPage.Shown shown(KnownHelper helper, LocalDate today, Locale locale) {
        String language = locale.getLanguage();
        return new HelpersPage.Shown(
                helper.id(),
                helper.name().in(language),
                helper.text().in(language),
                helper.link(),
                place(helper.place(), locale),
                helper.employers(),
                helper.topics().stream().sorted().toList(),
                helper.source(),
                DayText.text(helper.checked(), locale),
                helper.stale(today),
                helper.retired());
    }

    String place(String place, Locale locale) {
        if (place.isEmpty()) {
            return text("helpers.everywhere", locale);
        }
        return place.startsWith("R") ? Departments.regionNamed(place) : Departments.named(place);
    }

    List<HelpersPage.Option> options(List<String> places, Locale locale) {
        return places.stream()
                .map(place -> new HelpersPage.Option(place, place(place, locale)))
                .toList();
    }

    /** Helpers with no entry of their own: volunteers, members, a template. */
    private List<String> also(Sought sought, Locale locale) {
        return grid.helpers().stream()
                .filter(helper -> sought.kinds().contains(helper.id()) && HelperForm.unlisted(helper.id()))
                .map(helper -> helper.words().in(locale.getLanguage()))
                .toList();
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    /** @param also who else can help, with no entry of their own */
    record HelpersPage(
            String department,
            String topic,
            boolean staff,
            String why,
            List<Option> departments,
            List<Topic> topics,
            List<Shown> helpers,
            List<String> also,
            About about) {

        record Option(String code, String name) {}

        record Shown(
                String id,
                String name,
                String text,
                @Nullable String link,
                String place,
                boolean employers,
                List<Topic> topics,
                String source,
                String checked,
                boolean stale,
                boolean retired) {}
    }
}
