package org.tremplin.capacity.resource;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Item;
import org.tremplin.capacity.grid.Sourced;
import org.tremplin.capacity.grid.Words;
import org.tremplin.platform.web.About;

/** Says the sheets in one language. */
@Component
class ResourcePages {

    private final Grid grid;
    private final MessageSource messages;

    ResourcePages(Grid grid, MessageSource messages) {
        this.grid = grid;
        this.messages = messages;
    }

    ListPage list(List<Sheet> found, String words, Locale locale) {
        About about = About.of(text("resources.h1", locale), text("resources.lead", locale));
        return new ListPage(
                words,
                found.stream().map(sheet -> link(sheet, locale)).toList(),
                words.isEmpty() ? about : new About(about.title(), about.description(), null, null, List.of(), false));
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
                        .flatMap(id -> helped(id).map(words -> words.in(locale.getLanguage())).stream())
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
    Optional<Words> helped(String id) {
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

    /** @param words looked for, or empty */
    record ListPage(String words, List<Link> sheets, About about) {}

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
