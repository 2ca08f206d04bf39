package org.tremplin.ledger.export;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.ledger.Entry;

/**
 * An entry with what is told of its transaction.
 *
 * @param number of its transaction; for the time being while {@code closedOn} is none
 * @param occurredOn day of the movement; earlier than {@code bookedOn} when its month was closed by then
 */
record BookLine(
        long number,
        UUID transaction,
        String journal,
        LocalDate bookedOn,
        LocalDate occurredOn,
        String sourceKind,
        UUID sourceId,
        String label,
        Entry entry,
        @Nullable LocalDate closedOn) {

    /** Where the paper or the movement behind it is found; no name. */
    String piece() {
        return sourceKind + "-" + sourceId;
    }

    BookLine numbered(long number) {
        return new BookLine(
                number, transaction, journal, bookedOn, occurredOn, sourceKind, sourceId, label, entry, closedOn);
    }
}
