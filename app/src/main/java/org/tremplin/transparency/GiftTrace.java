package org.tremplin.transparency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a gift corresponds to by the rule of sharing, and what became of it (money.md, Lines): the gifts that settled
 * first are spent first on each line.
 *
 * @param cents what of the gift was not given back
 * @param parts on the lines it reaches, in the order of the budget; their sum is {@code cents}
 * @param changes of its sharing since it was given, the oldest first
 * @param toDecide whether its chosen line was given more than it needs
 */
public record GiftTrace(long cents, List<Part> parts, List<Change> changes, boolean toDecide) {

    public GiftTrace {
        parts = List.copyOf(parts);
        changes = List.copyOf(changes);
    }

    public long boughtCents() {
        return parts.stream().mapToLong(Part::boughtCents).sum();
    }

    /** Not spent yet. */
    public long leftCents() {
        return cents - boughtCents();
    }

    /**
     * On one line.
     *
     * @param index of the line in the budget
     * @param bought the oldest first
     */
    public record Part(UUID line, int index, String label, long cents, List<Bought> bought) {

        public Part {
            bought = List.copyOf(bought);
        }

        public long boughtCents() {
            return bought.stream().mapToLong(Bought::cents).sum();
        }

        public long leftCents() {
            return cents - boughtCents();
        }
    }

    /** @param spent the expense; none for payment fees */
    public record Bought(@Nullable Spent spent, long cents) {

        public @Nullable LocalDate day() {
            return spent == null ? null : spent.day();
        }
    }

    /**
     * What an amendment changed of it.
     *
     * @param shares of the same gift before and after; each side sums to it
     */
    public record Change(int edition, Instant at, String reason, String role, List<Share> shares) {

        public Change {
            shares = List.copyOf(shares);
        }
    }

    /** @param label of the line, as it is called after */
    public record Share(UUID line, String label, long beforeCents, long afterCents) {}
}
