package org.tremplin.capacity.resource;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.capacity.Advised;
import org.tremplin.capacity.grid.Card;
import org.tremplin.capacity.grid.Condition;
import org.tremplin.capacity.grid.Measure;

/** What sheets help with, for those who know somebody who helps with it too. */
@Component
public class SheetItems {

    /** Links beside one piece of advice. */
    private static final int MOST = 2;

    private final Sheets sheets;

    SheetItems(Sheets sheets) {
        this.sheets = sheets;
    }

    /** Items, obstacles and components of the diagnosis that this sheet helps with; none for an unknown one. */
    public List<String> of(String sheet) {
        return sheets.find(sheet).map(Sheet::items).orElseGet(List::of);
    }

    /**
     * The sheets that lead through this card, a few: about what it asks for, else about its component.
     *
     * @param gates numbers of those that are shut, for the card that is about them
     */
    public List<Advised.Sheet> leading(Card card, List<Integer> gates, Locale locale) {
        List<String> subjects = card.when().stream()
                .flatMap(List::stream)
                .map(Condition::subject)
                .toList();
        List<Sheet> found = subjects.contains(Measure.GATES_MISSING.key())
                ? having(sheet -> sheet.gates().stream().anyMatch(gates::contains))
                : having(sheet -> sheet.items().stream().anyMatch(subjects::contains));
        return links(found.isEmpty() ? about(card.component()) : found, locale);
    }

    private static List<Advised.Sheet> links(List<Sheet> found, Locale locale) {
        return found.stream()
                .limit(MOST)
                .map(sheet -> new Advised.Sheet(sheet.title().in(locale), "/ressources/" + sheet.id()))
                .toList();
    }

    private List<Sheet> about(@Nullable Enum<?> component) {
        String item = component == null ? "" : component.name();
        return having(sheet -> sheet.items().contains(item));
    }

    private List<Sheet> having(Predicate<Sheet> wanted) {
        return sheets.all().stream().filter(wanted).toList();
    }

    /** Its title, or empty. */
    public String title(String sheet, Locale locale) {
        return sheets.find(sheet).map(found -> found.title().in(locale)).orElse("");
    }
}
