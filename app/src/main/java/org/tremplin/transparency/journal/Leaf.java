package org.tremplin.transparency.journal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tremplin.money.Money;
import org.tremplin.transparency.verify.CanonicalJson;
import org.tremplin.transparency.verify.Sha256;

/**
 * One line of the public journal, format 1 of {@code docs/journal.md}. What does not apply is left out.
 *
 * @param seq its place, from 0: the size of the journal before it
 * @param amount positive in the direction of its kind
 * @param line {@link LineCode} of a budget line
 * @param crod row of the French statement of origin and destination (ANC 2018-06, art. 432-2)
 * @param refs places of earlier leaves this one is about
 * @param hashes fingerprints of documents by name, hexadecimal
 * @param commitments fingerprints of texts by name, hexadecimal; see {@link Commitment}
 */
record Leaf(
        long seq,
        LeafKind kind,
        LocalDate day,
        @Nullable Money amount,
        @Nullable String line,
        @Nullable String crod,
        List<Long> refs,
        Map<String, String> hashes,
        Map<String, String> commitments) {

    static final int FORMAT = 1;

    Leaf {
        if (seq < 0 || refs.stream().anyMatch(ref -> ref < 0 || ref >= seq)) {
            throw new IllegalArgumentException("A leaf points to earlier ones only: " + seq + " to " + refs);
        }
    }

    /** The leaf as it is published and hashed. */
    String canonical() {
        Map<String, Object> members = new HashMap<>();
        members.put("v", FORMAT);
        members.put("seq", seq);
        members.put("kind", kind.code());
        members.put("day", day.toString());
        if (amount != null) {
            members.put("cents", amount.cents());
            members.put("currency", amount.currency().getCurrencyCode());
        }
        if (line != null) {
            members.put("line", line);
        }
        if (crod != null) {
            members.put("crod", crod);
        }
        if (!refs.isEmpty()) {
            members.put("refs", refs);
        }
        if (!hashes.isEmpty()) {
            members.put("hashes", hashes);
        }
        if (!commitments.isEmpty()) {
            members.put("commitments", commitments);
        }
        return CanonicalJson.write(members);
    }

    /** SHA-256(0x00 ‖ leaf), RFC 6962 section 2.1. */
    byte[] hash() {
        return Sha256.of(Sha256.LEAF, canonical().getBytes(StandardCharsets.UTF_8));
    }
}
