package org.tremplin.transparency.verify;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The first line of an exported journal.
 *
 * @param origin name of the journal
 * @param earlier heads at which it left trees it had before, the oldest first
 * @param keys of this journal, the oldest first; the last one signs
 */
public record Header(String origin, List<Checkpoint> earlier, List<PublicKey> keys) {

    public static final String FORMAT = "tremplin-journal";

    static final int VERSION = 1;
    private static final int MOST = 1000;
    /** Each may have to be tried on each signature. */
    static final int MOST_KEYS = 64;

    /** @return the line, without its end */
    public String line() {
        return CanonicalJson.write(Map.of(
                "format", FORMAT,
                "v", VERSION,
                "origin", origin,
                "earlier",
                        earlier.stream()
                                .map(head ->
                                        Map.of("origin", head.origin(), "size", head.size(), "root", head.rootHex()))
                                .toList(),
                "keys", keys.stream().map(PublicKey::base64).toList()));
    }

    /** @throws RuntimeException unless it is one */
    static Header of(Map<?, ?> line) {
        if (!line.keySet().equals(Set.of("format", "v", "origin", "earlier", "keys"))
                || !FORMAT.equals(line.get("format"))
                || !Integer.valueOf(VERSION).equals(line.get("v"))) {
            throw new IllegalArgumentException("No header");
        }
        List<Checkpoint> earlier = new ArrayList<>();
        for (Object head : (List<?>) of(line, "earlier")) {
            Map<?, ?> told = (Map<?, ?>) head;
            if (!told.keySet().equals(Set.of("origin", "size", "root"))) {
                throw new IllegalArgumentException("No earlier head");
            }
            earlier.add(new Checkpoint(
                    (String) of(told, "origin"), ((Number) of(told, "size")).longValue(), Sha256.parsed((String)
                            of(told, "root"))));
        }
        List<PublicKey> keys = ((List<?>) of(line, "keys"))
                .stream().map(key -> key((String) key)).toList();
        String origin = (String) of(line, "origin");
        if (keys.isEmpty()
                || keys.size() > MOST_KEYS
                || Set.copyOf(keys).size() < keys.size()
                || earlier.size() > MOST) {
            throw new IllegalArgumentException("Too few keys, too many, or one twice");
        }
        // a name that no checkpoint can carry is none
        return new Header(new Checkpoint(origin, 0, new byte[32]).origin(), earlier, keys);
    }

    private static Object of(Map<?, ?> members, String name) {
        return Objects.requireNonNull(members.get(name));
    }

    /** One text for each key: the bits that the last sign does not need are zero. */
    private static PublicKey key(String text) {
        PublicKey key = new PublicKey(Base64.getDecoder().decode(text));
        if (!key.base64().equals(text)) {
            throw new IllegalArgumentException("No key");
        }
        return key;
    }
}
