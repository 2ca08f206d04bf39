package org.tremplin.capacity.resource;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What sheets help with, for those who know somebody who helps with it too. */
@Component
public class SheetItems {

    private final Sheets sheets;

    SheetItems(Sheets sheets) {
        this.sheets = sheets;
    }

    /** Items, obstacles and components of the diagnosis that this sheet helps with; none for an unknown one. */
    public List<String> of(String sheet) {
        return sheets.find(sheet).map(Sheet::items).orElseGet(List::of);
    }

    /** Its title, or empty. */
    public String title(String sheet, Locale locale) {
        return sheets.find(sheet).map(found -> found.title().in(locale)).orElse("");
    }
}
