package org.tremplin.transparency.verify;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tremplin.transparency.verify.Problem.What;

/**
 * One entry of an exported journal, checked by itself.
 *
 * @param line of the file
 * @param cents positive in the direction of its kind; 0 where no money is told
 * @param hash of the leaf, 32 bytes
 * @param withheld number of texts that are not there any more
 */
record FileLeaf(long line, String kind, long cents, byte[] hash, Map<?, ?> hashes, int withheld) {

    private static final Set<String> MEMBERS =
            Set.of("v", "seq", "kind", "day", "cents", "currency", "line", "crod", "refs", "hashes", "commitments");
    private static final Set<String> BESIDE = Set.of("hash", "leaf", "texts");
    private static final int LEAF_BEGINS = "{'hash':'','leaf':".length() + 64;
    private static final Pattern KIND = Pattern.compile("[a-z]{1,20}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[01][0-9]-[0-3][0-9]");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    /**
     * @param text the line, which is the canonical form of its members
     * @param seq that the entry must have
     */
    static FileLeaf of(String text, Map<?, ?> members, long line, long seq) {
        if (!(members.get("leaf") instanceof Map<?, ?> leaf)
                || !(members.get("hash") instanceof String told)
                || !BESIDE.containsAll(members.keySet())) {
            throw Problem.at(line, What.LEAF);
        }
        byte[] hash = Sha256.of(Sha256.LEAF, written(text, members, leaf, told).getBytes(StandardCharsets.UTF_8));
        if (!Sha256.hex(hash).equals(told)) {
            throw Problem.at(line, What.HASH, Sha256.hex(hash), told);
        }
        if (!wellFormed(leaf)) {
            throw Problem.at(line, What.LEAF);
        }
        if (whole(leaf.get("seq")) != seq) {
            throw Problem.at(line, What.ORDER, seq, whole(leaf.get("seq")));
        }
        for (Object ref : list(leaf, "refs")) {
            if (whole(ref) < 0 || whole(ref) >= seq) {
                throw Problem.at(line, What.LEAF);
            }
        }
        return new FileLeaf(
                line,
                (String) Objects.requireNonNull(leaf.get("kind")),
                leaf.get("cents") instanceof Number cents ? cents.longValue() : 0,
                hash,
                map(leaf, "hashes"),
                texts(map(members, "texts"), map(leaf, "commitments"), line));
    }

    /** The canonical form of the leaf: most lines hold nothing else, so that it need not be written again. */
    private static String written(String text, Map<?, ?> members, Map<?, ?> leaf, String told) {
        return members.size() == 2 && isHash(told)
                ? text.substring(LEAF_BEGINS, text.length() - 1)
                : CanonicalJson.write(leaf);
    }

    /** Of a document by its name, empty when the leaf holds none. */
    String fingerprint(String name) {
        return hashes.get(name) instanceof String hash ? hash : "";
    }

    private static boolean wellFormed(Map<?, ?> leaf) {
        return MEMBERS.containsAll(leaf.keySet())
                && whole(leaf.get("v")) == 1
                && whole(leaf.get("seq")) >= 0
                && fits(leaf.get("kind"), KIND)
                && fits(leaf.get("day"), DAY)
                && leaf.containsKey("cents") == leaf.containsKey("currency")
                && (!leaf.containsKey("cents") || leaf.get("cents") instanceof Number)
                && (!leaf.containsKey("currency") || fits(leaf.get("currency"), CURRENCY))
                && (!leaf.containsKey("line") || leaf.get("line") instanceof String)
                && (!leaf.containsKey("crod") || leaf.get("crod") instanceof String)
                && (!leaf.containsKey("refs") || leaf.get("refs") instanceof List)
                && hashes(leaf.get("hashes"))
                && hashes(leaf.get("commitments"));
    }

    private static boolean fits(@Nullable Object value, Pattern form) {
        return value instanceof String text && form.matcher(text).matches();
    }

    private static boolean hashes(@Nullable Object told) {
        return told == null
                || told instanceof Map<?, ?> named
                        && named.values().stream().allMatch(hash -> hash instanceof String text && isHash(text));
    }

    private static boolean isHash(String text) {
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if ((sign < '0' || sign > '9') && (sign < 'a' || sign > 'f')) {
                return false;
            }
        }
        return text.length() == 64;
    }

    /** @return how many of the committed texts are withheld */
    private static int texts(Map<?, ?> texts, Map<?, ?> commitments, long line) {
        for (Map.Entry<?, ?> one : texts.entrySet()) {
            if (!(one.getValue() instanceof Map<?, ?> beside)
                    || !beside.keySet().equals(Set.of("random", "text"))
                    || !(beside.get("random") instanceof String random)
                    || !(beside.get("text") instanceof String text)
                    || !isHash(random)) {
                throw Problem.at(line, What.LEAF);
            }
            byte[] hash = Sha256.of(Sha256.COMMITMENT, Sha256.parsed(random), text.getBytes(StandardCharsets.UTF_8));
            if (!Sha256.hex(hash).equals(commitments.get(one.getKey()))) {
                throw Problem.at(line, What.TEXT, one.getKey());
            }
        }
        return commitments.size() - texts.size();
    }

    /** −1 for what is no whole number. */
    private static long whole(@Nullable Object value) {
        return value instanceof Integer || value instanceof Long ? ((Number) value).longValue() : -1;
    }

    private static List<?> list(Map<?, ?> members, String name) {
        return members.get(name) instanceof List<?> list ? list : List.of();
    }

    private static Map<?, ?> map(Map<?, ?> members, String name) {
        return members.get(name) instanceof Map<?, ?> map ? map : Map.of();
    }
}
