package org.tremplin.capacity.help;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Departments;
import org.tremplin.capacity.grid.Words;

/**
 * Somebody who helps associations.
 *
 * @param id of a shipped one its word, of an operator's own its row
 * @param row where the operator wrote it, or corrected what was shipped; none as shipped
 * @param kind id of a helper of the grid: cards of advice name those
 * @param place empty = everywhere; a region or a department as {@link Departments} codes them
 * @param employers whether it helps associations with employees only
 * @param checked day on which somebody read it beside its source
 * @param retired not shown any more
 */
record KnownHelper(
        String id,
        @Nullable UUID row,
        String kind,
        Words name,
        Words text,
        @Nullable String link,
        String place,
        boolean employers,
        Set<Topic> topics,
        LocalDate checked,
        String source,
        boolean retired) {

    private static final int FRESH_MONTHS = 12;

    KnownHelper {
        topics = Set.copyOf(topics);
    }

    /** Whether it must be read again beside its source. */
    boolean stale(LocalDate today) {
        return checked.plusMonths(FRESH_MONTHS).isBefore(today);
    }

    /** @param department empty = anywhere: then everybody */
    boolean helpsIn(String department) {
        return department.isEmpty()
                || place.isEmpty()
                || place.equals(department)
                || place.equals(Departments.region(department));
    }

    /** The nearest first: a department, a region, everywhere. */
    int distance() {
        if (place.isEmpty()) {
            return 2;
        }
        return place.startsWith("R") ? 1 : 0;
    }
}
