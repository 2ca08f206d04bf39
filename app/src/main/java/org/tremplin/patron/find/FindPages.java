package org.tremplin.patron.find;

import static java.util.Comparator.comparing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.association.Departments;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.About;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;

/** Makes the page of the list. */
@Component
class FindPages {

    static final int SIZE = 12;
    private static final int MOST_DEPARTMENTS = 12;
    private static final ZoneId HERE = ZoneId.of("Europe/Paris");

    private final MessageSource messages;
    private final Cards cards;
    private final Clock clock;

    FindPages(MessageSource messages, Cards cards, Clock clock) {
        this.messages = messages;
        this.cards = cards;
        this.clock = clock;
    }

    FindPage page(Wanted wanted, Found found, Language language) {
        Locale locale = language.locale();
        Listed listed = found.listed();
        List<Project> shown = listed.after(wanted.after(), wanted.order(), SIZE + 1);
        boolean more = shown.size() > SIZE;
        List<Project> page = more ? shown.subList(0, SIZE) : shown;
        return new FindPage(
                wanted.words(),
                wanted.place(),
                found.all(),
                listed.projects().size(),
                place(wanted, found.place(), locale),
                namesakes(wanted, found.place()),
                groups(wanted, listed, locale),
                wanted.chosen().values().stream().mapToInt(List::size).sum(),
                Arrays.stream(Order.values())
                        .map(order -> new FindPage.Sorting(order.option(), order == wanted.order()))
                        .toList(),
                asked(wanted),
                page.stream()
                        .map(project -> cards.card(project, wanted.compared().contains(project.slug()), locale))
                        .toList(),
                wanted.compared().stream()
                        .filter(slug ->
                                page.stream().noneMatch(one -> one.slug().equals(slug)))
                        .toList(),
                wanted.compared().size(),
                wanted.narrowed(),
                wanted.after() == null,
                more ? wanted.query(cursor(wanted, page.get(page.size() - 1))) : null,
                wanted.query(),
                DayText.text(LocalDate.ofInstant(clock.instant(), HERE), locale),
                new About(
                        text("find.title", locale),
                        text("find.description", locale),
                        null,
                        null,
                        List.of(),
                        wanted.query().isEmpty() && wanted.after() == null));
    }

    private static Wanted.Cursor cursor(Wanted wanted, Project last) {
        return new Wanted.Cursor(wanted.order().key(last), last.slug());
    }

    private @Nullable String place(Wanted wanted, Places.@Nullable Place place, Locale locale) {
        if (place == null) {
            return null;
        }
        return place.known()
                ? place.department().isEmpty()
                        ? null
                        : text(
                                place.meant().size() == 1 ? "find.place.department" : "find.place.both",
                                locale,
                                Departments.named(place.department()))
                : text("find.place.unknown", locale, wanted.place());
    }

    private static List<FindPage.Link> namesakes(Wanted wanted, Places.@Nullable Place place) {
        return place == null || place.meant().size() < 2 || place.meant().size() > MOST_DEPARTMENTS
                ? List.of()
                : place.meant().stream()
                        .map(code -> new FindPage.Link(
                                code.equals(place.department())
                                        ? Departments.named(code)
                                        : wanted.place() + ", " + Departments.named(code),
                                wanted.in(wanted.place(), Facet.DEPARTMENT, List.of(code))
                                        .query()))
                        .toList();
    }

    private List<FindPage.Group> groups(Wanted wanted, Listed listed, Locale locale) {
        List<FindPage.Group> groups = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            List<FindPage.Option> options = options(facet, wanted, listed)
                    .map(option -> new FindPage.Option(
                            option,
                            label(facet, option, locale),
                            MoneyText.number(listed.count(facet, option), locale),
                            wanted.options(facet).contains(option)))
                    .toList();
            if (!options.isEmpty()) {
                groups.add(new FindPage.Group(
                        facet.field(),
                        text("find.facet." + facet.field(), locale),
                        !wanted.options(facet).isEmpty(),
                        options));
            }
        }
        return List.copyOf(groups);
    }

    /** Those that would find something, and those that are chosen; of departments those that find most. */
    private static Stream<String> options(Facet facet, Wanted wanted, Listed listed) {
        Stream<String> some = facet.options().stream()
                .filter(option ->
                        listed.count(facet, option) > 0 || wanted.options(facet).contains(option));
        return facet == Facet.DEPARTMENT
                ? some.sorted(comparing((String option) ->
                                        !wanted.options(facet).contains(option))
                                .thenComparing(option -> -listed.count(facet, option)))
                        .limit(MOST_DEPARTMENTS)
                : some;
    }

    private String label(Facet facet, String option, Locale locale) {
        return switch (facet) {
            case DEPARTMENT -> Departments.named(option);
            case CAUSE -> text("cause." + option, locale);
            default -> text("find." + facet.field() + "." + option, locale);
        };
    }

    private static List<FindPage.Hidden> asked(Wanted wanted) {
        return wanted.compared().stream()
                .map(slug -> new FindPage.Hidden("c", slug))
                .toList();
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    /** @param all public projects; @param place as understood, none when none was typed */
    record Found(int all, Places.@Nullable Place place, Listed listed) {}
}
