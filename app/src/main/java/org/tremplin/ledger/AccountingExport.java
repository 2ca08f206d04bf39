package org.tremplin.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The books of an association as an accountant takes them (rules.md 7.3). A closed month reads the same for ever; what is
 * not closed yet has numbers for the time being.
 */
public interface AccountingExport {

    /** Months that have something in them, the newest first; at most the last ten years. */
    Mono<Months> months(UUID association);

    /** In the 18 columns of the FEC, tab between them; the first line names them. */
    Flux<String> fec(UUID association, Span span);

    /** The same for a spreadsheet, with the analytic axes beside. */
    Flux<String> csv(UUID association, Span span, AnalyticCodes codes);

    /**
     * Numbers what is booked until the end of a month, and keeps it so.
     *
     * @param today in the association's zone: a month that is not over stays open
     * @return false when it was closed before, or is not over
     */
    Mono<Boolean> close(UUID association, YearMonth month, LocalDate today);

    /** Number and name of each account in use, by our own number. */
    Mono<Map<String, ChartAccount>> chart(UUID association);

    /** From now on; closed months keep what they had. */
    Mono<Void> rename(UUID association, Map<String, ChartAccount> accounts);

    /** Months of an export, both included. */
    record Span(YearMonth from, YearMonth to) {}

    /** @param closedThrough the last closed month, none when none is */
    record Months(@Nullable YearMonth closedThrough, List<Month> months) {

        private static final int MOST = 120;

        /**
         * Those too that nothing was booked in, the newest first: from the first one that something was booked in, or
         * an earlier beginning, at most the last ten years.
         */
        public List<Month> every(YearMonth began, YearMonth now) {
            TreeMap<YearMonth, Month> all = new TreeMap<>(Comparator.reverseOrder());
            months.forEach(month -> all.put(month.month(), month));
            YearMonth first = all.isEmpty() || began.isBefore(all.lastKey()) ? began : all.lastKey();
            YearMonth oldest = now.minusMonths(MOST - 1);
            for (YearMonth at = first.isBefore(oldest) ? oldest : first; !at.isAfter(now); at = at.plusMonths(1)) {
                all.putIfAbsent(at, new Month(at, closedThrough != null && !at.isAfter(closedThrough), 0));
            }
            return List.copyOf(all.values());
        }
    }

    /** @param transactions booked in it */
    record Month(YearMonth month, boolean closed, long transactions) {}

    /** An account as the association's own chart has it. */
    record ChartAccount(String number, String label) {}

    /** What campaigns and lines are called on the analytic axes; codes that never change. */
    record AnalyticCodes(Map<UUID, String> campaigns, Map<UUID, String> lines) {

        public String campaign(@Nullable UUID campaign) {
            return campaign == null ? "" : campaigns.getOrDefault(campaign, campaign.toString());
        }

        public String line(@Nullable UUID line) {
            return line == null ? "" : lines.getOrDefault(line, line.toString());
        }
    }
}
