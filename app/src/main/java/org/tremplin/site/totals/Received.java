package org.tremplin.site.totals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.Plan.BudgetLine;
import org.tremplin.money.Shares;

/**
 * What a campaign received, as the ledger says.
 *
 * @param cents settled gifts, refunds taken off
 * @param gifts how many settled
 * @param pendingCents announced but not money yet: shown apart, in no total
 * @param feesCents kept by the provider, as far as it is known
 * @param feesAwaited whether the provider has not told yet what it keeps of some of them
 * @param chosen cents whose donors chose a line, by line
 * @param at last movement, none before the first
 */
public record Received(
        long cents,
        long gifts,
        long pendingCents,
        long feesCents,
        boolean feesAwaited,
        Map<UUID, Long> chosen,
        @Nullable Instant at) {

    public static Received nothing() {
        return new Received(0, 0, 0, 0, false, Map.of(), null);
    }

    /**
     * By line of the edition in force: what its donors chose, plus its share of the rest by the amounts asked (money.md,
     * Lines). The sum is all that was received, less {@link #undecided}.
     */
    public List<Long> byLine(List<BudgetLine> lines) {
        long rest = cents - chosen.values().stream().mapToLong(Long::longValue).sum();
        List<Long> asked = lines.stream().map(BudgetLine::askedCents).toList();
        boolean shared = asked.stream().anyMatch(part -> part > 0);
        List<Long> shares =
                shared ? Shares.of(rest, asked) : lines.stream().map(line -> 0L).toList();
        return IntStream.range(0, lines.size())
                .mapToObj(i -> shares.get(i) + chosen.getOrDefault(lines.get(i).id(), 0L))
                .toList();
    }

    /**
     * Cents given to a line that is no more: it waits for its donors' yes. No campaign loses a public line today; should
     * one ever, its money is shown rather than missing in the sum.
     */
    public long undecided(List<BudgetLine> lines) {
        List<UUID> present = lines.stream().map(BudgetLine::id).toList();
        return chosen.entrySet().stream()
                .filter(line -> !present.contains(line.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
