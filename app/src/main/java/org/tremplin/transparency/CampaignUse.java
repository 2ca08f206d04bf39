package org.tremplin.transparency;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Budget against actual of one campaign, in cents. Sums over its lines equal the books (money.md, Lines).
 *
 * @param lines those of the edition in force, in its order; one of an earlier edition on which money stands follows
 * @param resources money from elsewhere, where it stands today
 */
public record CampaignUse(UUID campaign, List<Line> lines, List<Resource> resources) {

    public CampaignUse {
        lines = List.copyOf(lines);
        resources = List.copyOf(resources);
    }

    /** All lines together, under no name. */
    public Line total() {
        return new Line(
                campaign,
                "",
                false,
                sum(Line::plannedCents),
                sum(Line::askedCents),
                sum(Line::receivedCents),
                sum(Line::chosenCents),
                sum(Line::committedCents),
                sum(Line::committedGiftCents),
                sum(Line::spentCents),
                sum(Line::elsewherePlannedCents),
                sum(Line::elsewhereReceivedCents),
                sum(Line::elsewhereSpentCents),
                sum(Line::provenCents),
                sum(Line::elsewhereProvenCents),
                lines.stream()
                        .map(Line::provenOn)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                List.of());
    }

    /** Of all that is spent, 0 to 100; none before the first expense: payment fees alone prove nothing. */
    public @Nullable Integer provenPercent() {
        return lines.stream().anyMatch(Line::bought) ? total().provenPercent() : null;
    }

    public @Nullable Line line(UUID id) {
        return lines.stream().filter(line -> line.id().equals(id)).findFirst().orElse(null);
    }

    private long sum(ToLongFunction<Line> cents) {
        return lines.stream().mapToLong(cents).sum();
    }

    /**
     * One line of the budget.
     *
     * @param collectionCosts the automatic line on which payment fees are spent
     * @param plannedCents total cost
     * @param askedCents the part asked from gifts
     * @param receivedCents from gifts: those for this line, and its share of the others by the edition in force
     * @param chosenCents the part of that given for this very line
     * @param committedCents approved quotes and orders not spent yet
     * @param committedGiftCents the part of that gifts are to pay
     * @param spentCents of gifts
     * @param elsewherePlannedCents the part of the cost that other resources bear
     * @param elsewhereReceivedCents its share of those that came
     * @param elsewhereSpentCents spent of those
     * @param provenCents of {@code spentCents}: bought with a proof that anyone can look at, or a signed statement; and
     *     payment fees, which the provider tells one by one
     * @param elsewhereProvenCents of {@code elsewhereSpentCents}, likewise
     * @param provenOn day the latest of those proofs became public; none before the first
     * @param reasons stated where more was spent than was left, the oldest first
     */
    public record Line(
            UUID id,
            String label,
            boolean collectionCosts,
            long plannedCents,
            long askedCents,
            long receivedCents,
            long chosenCents,
            long committedCents,
            long committedGiftCents,
            long spentCents,
            long elsewherePlannedCents,
            long elsewhereReceivedCents,
            long elsewhereSpentCents,
            long provenCents,
            long elsewhereProvenCents,
            @Nullable LocalDate provenOn,
            List<String> reasons) {

        public Line {
            reasons = List.copyOf(reasons);
        }

        /** Gifts not spent yet; below zero when more was spent than came. */
        public long leftCents() {
            return receivedCents - spentCents;
        }

        /** What a new expense may take of gifts without a reason. */
        public long availableCents() {
            return leftCents() - committedGiftCents;
        }

        /** The same of what came from elsewhere. */
        public long elsewhereAvailableCents() {
            return elsewhereReceivedCents - elsewhereSpentCents - (committedCents - committedGiftCents);
        }

        /** Whether an expense stands on it, and not payment fees alone: those are proven without any paper. */
        boolean bought() {
            long spent = spentCents + elsewhereSpentCents;
            return spent != 0 && (!collectionCosts || provenOn != null || provenCents + elsewhereProvenCents != spent);
        }

        /** Of all that is spent, whoever paid it: 0 to 100, 100 only when all of it is proven; none before anything is. */
        public @Nullable Integer provenPercent() {
            long spent = spentCents + elsewhereSpentCents;
            return spent <= 0
                    ? null
                    : (int) Math.max(0, Math.min(100, 100 * (provenCents + elsewhereProvenCents) / spent));
        }

        /**
         * Given for this very line beyond what it asks and costs, what is promised of it included: it moves nowhere
         * without a yes of those who gave it, « à décider ».
         */
        public long toDecideCents() {
            return Math.max(0, chosenCents - Math.max(askedCents, spentCents + committedGiftCents));
        }
    }

    /** Where money from elsewhere stands. */
    public enum ResourceState {
        ASKED,
        GRANTED,
        RECEIVED,
        REFUSED
    }

    /**
     * Money from elsewhere.
     *
     * @param plannedCents as the edition in force says
     * @param cents in its present state
     * @param on day of that state, where one is known
     */
    public record Resource(
            UUID id,
            String label,
            long plannedCents,
            ResourceState state,
            long cents,
            @Nullable LocalDate on) {

        public long receivedCents() {
            return state == ResourceState.RECEIVED ? cents : 0;
        }
    }
}
