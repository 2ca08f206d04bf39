package org.tremplin.transparency.journal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tremplin.money.Money;

/**
 * A leaf that has no place yet.
 *
 * @param refs sources of earlier leaves of the same campaign
 */
record NewLeaf(
        UUID campaign,
        Source source,
        LeafKind kind,
        LocalDate day,
        Money amount,
        @Nullable String line,
        String crod,
        List<Source> refs,
        List<Commitment> commitments) {

    Leaf at(long seq, List<Long> refSeqs) {
        Map<String, String> hashes = commitments.stream()
                .collect(Collectors.toMap(Commitment::name, commitment -> Sha256.hex(commitment.hash())));
        return new Leaf(seq, kind, day, amount, line, crod, refSeqs, Map.of(), hashes);
    }
}
