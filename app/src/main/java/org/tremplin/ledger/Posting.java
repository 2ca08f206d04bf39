package org.tremplin.ledger;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A transaction to be written. Its source and purpose are its key: posting it twice is refused.
 *
 * @param occurredOn day in the association's zone
 * @param label code of what is shown, never a name
 */
public record Posting(
        UUID association, String journal, LocalDate occurredOn, Source source, String label, List<Entry> entries) {

    /** Labels that count: rebuilding the totals counts by them. */
    public static final String GIFT = "gift";

    /** All of a gift is back with its donor: it counts no more. */
    public static final String GIFT_GONE = "gift-gone";

    /** Some of it is here again. */
    public static final String GIFT_BACK = "gift-back";

    /** How many gifts the count of its campaign rises by, -1 to 1. */
    public int gifts() {
        return switch (label) {
            case GIFT, GIFT_BACK -> 1;
            case GIFT_GONE -> -1;
            default -> 0;
        };
    }

    /** What the transaction comes from: kind and id of a row elsewhere, and which of its effects this is. */
    public record Source(String kind, UUID id, String purpose) {}

    /** @throws IllegalArgumentException unless the entries sum to zero in each currency */
    public Posting {
        entries = List.copyOf(entries);
        Map<String, Long> sums = new HashMap<>();
        entries.forEach(entry -> sums.merge(entry.currency(), entry.cents(), Math::addExact));
        if (entries.size() < 2 || sums.values().stream().anyMatch(sum -> sum != 0)) {
            throw new IllegalArgumentException("A transaction has at least two entries that sum to zero: " + sums);
        }
    }
}
