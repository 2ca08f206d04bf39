package org.tremplin.transparency.journal;

import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tremplin.transparency.verify.CanonicalJson;
import org.tremplin.transparency.verify.Sha256;

/**
 * A leaf as it stands in the journal, with what stands beside it.
 *
 * @param leaf canonical JSON
 * @param hash hexadecimal
 * @param texts that its commitments open, by name; those that were erased are missing
 */
record StoredLeaf(long seq, String leaf, String hash, Map<String, Text> texts) {

    /** What is read of a leaf: after {@code select}, from {@code transparency.leaf} as leaf. */
    static final String COLUMNS = "leaf.seq, leaf.bytes, leaf.hash, beside.names, beside.randoms, beside.texts";

    static final String BESIDE = """
            left join lateral (
              select array_agg(name order by name) as names, array_agg(encode(random, 'hex') order by name) as randoms,
                array_agg(text order by name) as texts
              from transparency.commitment_text kept
              where kept.campaign = leaf.campaign and kept.seq = leaf.seq) beside on true
            """;

    /** @param random 32 bytes, hexadecimal */
    record Text(String random, String text) {}

    static StoredLeaf of(Readable row) {
        String[] names = row.get("names", String[].class);
        Map<String, Text> texts = new LinkedHashMap<>();
        if (names != null) {
            String[] randoms = row.get("randoms", String[].class);
            String[] kept = row.get("texts", String[].class);
            for (int at = 0; at < names.length; at++) {
                texts.put(names[at], new Text(randoms[at], kept[at]));
            }
        }
        return new StoredLeaf(
                row.get("seq", Long.class),
                new String(row.get("bytes", byte[].class), StandardCharsets.UTF_8),
                Sha256.hex(row.get("hash", byte[].class)),
                texts);
    }

    /** As it reads when the name beside it must not show. */
    StoredLeaf nameless() {
        Map<String, Text> others = new LinkedHashMap<>(texts);
        others.remove("name");
        return new StoredLeaf(seq, leaf, hash, others);
    }

    /** The line of the export. */
    String line() {
        StringBuilder line = new StringBuilder(leaf.length() + 100)
                .append("{\"hash\":\"")
                .append(hash)
                .append("\",\"leaf\":")
                .append(leaf);
        if (!texts.isEmpty()) {
            Map<String, Object> beside = new LinkedHashMap<>();
            texts.forEach((name, text) -> beside.put(name, Map.of("random", text.random(), "text", text.text())));
            line.append(",\"texts\":").append(CanonicalJson.write(beside));
        }
        return line.append("}\n").toString();
    }
}
