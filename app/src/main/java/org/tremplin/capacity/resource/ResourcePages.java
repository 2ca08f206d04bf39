package org.tremplin.capacity.resource;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.capacity.experience.Place;
import org.tremplin.capacity.experience.Shelf;
import org.tremplin.capacity.experience.Subjects;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Item;
import org.tremplin.capacity.grid.Sourced;
import org.tremplin.capacity.grid.Words;
import org.tremplin.platform.web.About;

/** Says the sheets in one language. */
@Component
class ResourcePages {

    private final Grid grid;
    private final Shelf shelf;
    private final MessageSource messages;

    ResourcePages(Grid grid, Shelf shelf, MessageSource messages) {
        this.grid = grid;
        this.shelf = shelf;
        this.messages = messages;
    }

    /** What is asked of the list; a subject that nobody has is not asked for. */
    Sought sought(String typed, String item, String template, String behind, Locale locale) {
        boolean knownItem = shelf.items(locale).stream()
                .flatMap(group -> group.items().stream())
                .anyMatch(one -> one.id().equals(item));
        boolean knownTemplate =
                shelf.templates(locale).stream().anyMatch(one -> one.id().equals(template));
        return Sought.of(
                typed,
                knownItem ? item : "",
                knownTemplate ? template : "",
                Place.read(behind).orElse(null));
    }

    ListPage list(List<Sheet> found, Shelf.Page told, Sought sought, Locale locale) {
        About about = About.of(text("resources.h1", locale), text("resources.lead", locale));
        return new ListPage(
                sought,
                found.stream().map(sheet -> link(sheet, locale)).toList(),
                told.links(),
                told.older() == null ? "" : sought.from(told.older()).query(),
                sought.from(null).query(),
                shelf.items(locale),
                shelf.templates(locale),
                sought.all() ? about : new About(about.title(), about.description(), null, null, List.of(), false));
    }

    /** @param all in the order of reading */
    SheetPage sheet(Sheet sheet, List<Sheet> all, Locale locale) {
        int place = all.indexOf(sheet);
        return new SheetPage(
                sheet.id(),
                sheet.title().in(locale),
                sheet.lead().in(locale),
                sheet.why().in(locale),
                sheet.minutes(),
                sheet.gates().stream()
                        .map(gate -> text("resources.gate." + gate, locale))
                        .toList(),
                sheet.items().stream()
                        .flatMap(id -> helped(grid, id).map(words -> words.in(locale.getLanguage())).stream())
                        .toList(),
                said(sheet.steps(), locale),
                said(sheet.traps(), locale),
                sheet.examples().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(example -> new SheetPage.Example(
                                text("resources.template." + example.getKey(), locale),
                                example.getValue().in(locale)))
                        .toList(),
                place + 1 < all.size() ? link(all.get(place + 1), locale) : null,
                About.of(sheet.title().in(locale), sheet.lead().in(locale)));
    }

    /** What an item, an obstacle or a component of the diagnosis is called. */
    static Optional<Words> helped(Grid grid, String id) {
        return Stream.of(
                        grid.sections().stream()
                                .flatMap(part -> part.items().stream())
                                .filter(item -> item.id().equals(id))
                                .map(Item::name),
                        Stream.concat(grid.obstacles().stream(), grid.components().stream())
                                .filter(one -> one.id().equals(id))
                                .map(Sourced::words))
                .flatMap(found -> found)
                .findFirst();
    }

    private static List<String> said(List<Sheet.Said> texts, Locale locale) {
        return texts.stream().map(said -> said.in(locale)).toList();
    }

    private static Link link(Sheet sheet, Locale locale) {
        return new Link(
                sheet.id(),
                sheet.title().in(locale),
                sheet.lead().in(locale),
                sheet.minutes(),
                !sheet.gates().isEmpty());
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    /**
     * @param told returned experiences, the latest first
     * @param older query of the page behind this; empty on the last
     * @param first query of the first page
     */
    record ListPage(
            Sought sought,
            List<Link> sheets,
            List<Shelf.Link> told,
            String older,
            String first,
            List<Subjects.Group> items,
            List<Subjects.Choice> templates,
            About about) {}

    /** @param gate whether it helps to pass a gate of publication */
    record Link(String id, String title, String lead, int minutes, boolean gate) {}

    record SheetPage(
            String id,
            String title,
            String lead,
            String why,
            int minutes,
            List<String> gates,
            List<String> helps,
            List<String> steps,
            List<String> traps,
            List<Example> examples,
            @Nullable Link next,
            About about) {

        record Example(String template, String text) {}
    }
}
