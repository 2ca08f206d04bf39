package org.tremplin.transparency.use;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.tremplin.transparency.CampaignUse;
import org.tremplin.transparency.Expense;

/**
 * What an expense may take of lines without a reason.
 *
 * @param uses figures of the campaigns
 * @param freed cents by line that what it corrects, or the commitment it consumes, gives back
 */
record LineMoney(List<CampaignUse> uses, Map<UUID, Long> freed) {

    /** The lines that have less than it takes, with what they have. */
    Map<CampaignUse.Line, Long> lacking(List<Expense.Part> parts) {
        Map<CampaignUse.Line, Long> lacking = new LinkedHashMap<>();
        for (Expense.Part part : parts) {
            uses.stream()
                    .map(use -> use.line(part.line()))
                    .filter(Objects::nonNull)
                    .forEach(line -> {
                        long left = left(line, part.publicGenerosity());
                        if (part.cents() > left) {
                            lacking.put(line, left);
                        }
                    });
        }
        return lacking;
    }

    /** Whether it takes more than a line has and more than is planned for it: what is planned may be paid in advance. */
    boolean overspends(List<Expense.Part> parts) {
        return parts.stream()
                .flatMap(part -> uses.stream()
                        .map(use -> use.line(part.line()))
                        .filter(Objects::nonNull)
                        .map(line -> part.cents()
                                - left(line, part.publicGenerosity())
                                - awaited(line, part.publicGenerosity())))
                .anyMatch(beyond -> beyond > 0);
    }

    private long left(CampaignUse.Line line, boolean ofGifts) {
        return (ofGifts ? line.availableCents() : line.elsewhereAvailableCents()) + freed.getOrDefault(line.id(), 0L);
    }

    private static long awaited(CampaignUse.Line line, boolean ofGifts) {
        return Math.max(
                0,
                ofGifts
                        ? line.askedCents() - line.receivedCents()
                        : line.elsewherePlannedCents() - line.elsewhereReceivedCents());
    }
}
