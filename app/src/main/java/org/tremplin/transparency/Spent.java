package org.tremplin.transparency;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An approved expense of a campaign, as anyone may know it.
 *
 * @param day of the invoice
 * @param purpose one public sentence; empty when it was erased
 * @param supplier empty unless it is shown
 * @param withdrawn why a text of it is not shown any more; empty while all is
 * @param correction why it replaces an earlier one; empty when it does not
 * @param parts on lines of this campaign
 */
public record Spent(
        UUID expense,
        LocalDate day,
        String purpose,
        String supplier,
        String correction,
        String withdrawn,
        List<Part> parts) {

    public Spent {
        parts = List.copyOf(parts);
    }

    /** On all lines of the campaign. */
    public long cents() {
        return parts.stream().mapToLong(Part::cents).sum();
    }

    /** @param gifts whether gifts paid it, or other resources */
    public record Part(UUID line, long cents, boolean gifts) {}
}
