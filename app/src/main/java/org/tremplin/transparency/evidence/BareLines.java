package org.tremplin.transparency.evidence;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tremplin.transparency.Evidence;

/** Lines of a budget for which gifts are still asked. */
final class BareLines {

    private BareLines() {}

    /** @param askedCents from gifts, {@code lackingCents} of it not received */
    record Bare(String label, long askedCents, long lackingCents) {}

    /** The line that lacks most of what it asks from gifts; empty when none does. */
    static Optional<Bare> barest(Evidence evidence) {
        Map<String, Long> given = evidence.figures().lines().stream()
                .collect(Collectors.toMap(Evidence.Amounts::code, Evidence.Amounts::giftsCents, Long::sum));
        return evidence.budget().lines().stream()
                .filter(line -> !line.collectionCosts())
                .map(line -> new Bare(
                        line.label(), line.askedCents(), line.askedCents() - given.getOrDefault(line.code(), 0L)))
                .filter(line -> line.lackingCents() > 0)
                .max(Comparator.comparingLong(Bare::lackingCents));
    }
}
