package org.tremplin.transparency.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of the books shows.
 *
 * @param through the last closed month in words, none when none is
 */
record AccountsPage(String slug, @Nullable String through, List<Year> years) {

    /** @param query of its exports */
    record Year(String name, String query, List<Month> months) {}

    /**
     * @param code as in addresses, {@code 2026-03}
     * @param closable whether it is over and open
     */
    record Month(String name, String code, String transactions, boolean closed, boolean closable) {}
}
