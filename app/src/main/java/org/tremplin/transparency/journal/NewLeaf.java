package org.tremplin.transparency.journal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tremplin.money.Money;
import org.tremplin.transparency.verify.Sha256;

/**
 * A leaf that has no place yet. {@link #of} begins one that says only what happened and when; what applies besides is
 * added.
 *
 * @param amount positive in the direction of its kind; none where no money is told
 * @param line {@link LineCode} of a budget line
 * @param crod row of the statement of origin and destination
 * @param refs sources of earlier leaves of the same campaign; a leaf whose references do not stand yet fails, and is
 *     tried again with its fact
 * @param hashes SHA-256 of documents by name, lower-case hexadecimal
 * @param commitments names and free texts, each name once
 */
public record NewLeaf(
        UUID campaign,
        Source source,
        LeafKind kind,
        LocalDate day,
        @Nullable Money amount,
        @Nullable String line,
        @Nullable String crod,
        List<Source> refs,
        Map<String, String> hashes,
        List<Commitment> commitments) {

    /** What a checker takes in one line, with room to spare (docs/journal.md). */
    private static final int MOST_PARTS = 16;

    public NewLeaf {
        if (refs.size() > MOST_PARTS || hashes.size() > MOST_PARTS || commitments.size() > MOST_PARTS) {
            throw new IllegalArgumentException("A leaf has at most " + MOST_PARTS + " of each of its parts");
        }
        if (hashes.values().stream().anyMatch(hash -> !hash.matches("[0-9a-f]{64}"))) {
            throw new IllegalArgumentException("A fingerprint is SHA-256 in lower-case hexadecimal");
        }
    }

    public static NewLeaf of(UUID campaign, Source source, LeafKind kind, LocalDate day) {
        return new NewLeaf(campaign, source, kind, day, null, null, null, List.of(), Map.of(), List.of());
    }

    public NewLeaf amount(Money of) {
        return new NewLeaf(campaign, source, kind, day, of, line, crod, refs, hashes, commitments);
    }

    /** @param of id of a budget line of the campaign */
    public NewLeaf line(@Nullable UUID of) {
        String code = of == null ? null : LineCode.of(campaign, of);
        return new NewLeaf(campaign, source, kind, day, amount, code, crod, refs, hashes, commitments);
    }

    public NewLeaf crod(@Nullable String row) {
        return new NewLeaf(campaign, source, kind, day, amount, line, row, refs, hashes, commitments);
    }

    public NewLeaf refs(List<Source> earlier) {
        return new NewLeaf(campaign, source, kind, day, amount, line, crod, earlier, hashes, commitments);
    }

    public NewLeaf hashes(Map<String, String> documents) {
        return new NewLeaf(campaign, source, kind, day, amount, line, crod, refs, documents, commitments);
    }

    public NewLeaf commitments(List<Commitment> texts) {
        return new NewLeaf(campaign, source, kind, day, amount, line, crod, refs, hashes, texts);
    }

    Leaf at(long seq, List<Long> refSeqs) {
        Map<String, String> committed = commitments.stream()
                .collect(Collectors.toMap(Commitment::name, commitment -> Sha256.hex(commitment.hash())));
        return new Leaf(seq, kind, day, amount, line, crod, refSeqs, hashes, committed);
    }
}
