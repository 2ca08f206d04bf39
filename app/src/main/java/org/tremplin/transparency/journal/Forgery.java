package org.tremplin.transparency.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tremplin.transparency.verify.CanonicalJson;
import org.tremplin.transparency.verify.Checkpoint;
import org.tremplin.transparency.verify.Frontier;
import org.tremplin.transparency.verify.PublicKey;
import org.tremplin.transparency.verify.Sha256;
import tools.jackson.databind.json.JsonMapper;

/** What two cheats make of an exported journal: the careless one, and the one who holds the server. */
final class Forgery {

    private static final JsonMapper JSON = new JsonMapper();

    /** By what a cheat makes an amount smaller. */
    private static final long LESS = 10;

    private final List<Map<String, Object>> lines;

    /** @param lines of the export, header and checkpoint among them */
    Forgery(List<String> lines) {
        this.lines = new ArrayList<>(lines.stream().map(Forgery::read).toList());
    }

    /** The first entry of this kind and amount; the fingerprints stay as they were. */
    Optional<String> typedOver(String kind, long cents) {
        return first(kind, cents).map(at -> {
            lines.get(at).put("leaf", smaller(at));
            return text();
        });
    }

    /** @param seq of the gift */
    Optional<String> signedAgain(long seq) {
        int at = (int) seq + 1;
        if (at >= lines.size() - 1) {
            return Optional.empty();
        }
        lines.get(at).put("leaf", smaller(at));
        Frontier tree = new Frontier();
        for (Map<String, Object> line : lines.subList(1, lines.size() - 1)) {
            byte[] written = CanonicalJson.write(leaf(line)).getBytes(StandardCharsets.UTF_8);
            byte[] hash = Sha256.of(Sha256.LEAF, written);
            line.put("hash", Sha256.hex(hash));
            tree.add(hash);
        }
        sign(tree);
        return Optional.of(text());
    }

    /** With a key of its own, named in the header as if it had always been the last one. */
    private void sign(Frontier tree) {
        Map<String, Object> header = lines.get(0);
        Checkpoint head =
                new Checkpoint((String) Objects.requireNonNull(header.get("origin")), tree.size(), tree.root());
        try {
            KeyPair pair = KeyPairGenerator.getInstance(KeySeal.ALGORITHM).generateKeyPair();
            PublicKey key = PublicKey.of(pair.getPublic());
            Signature signature = Signature.getInstance(KeySeal.ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(head.body().getBytes(StandardCharsets.UTF_8));
            byte[] signed = signature.sign();
            byte[] id = key.id(head.origin());
            byte[] whole = ByteBuffer.allocate(id.length + signed.length)
                    .put(id)
                    .put(signed)
                    .array();
            List<Object> keys = new ArrayList<>((List<?>) Objects.requireNonNull(header.get("keys")));
            keys.set(keys.size() - 1, key.base64());
            header.put("keys", keys);
            lines.get(lines.size() - 1)
                    .put(
                            "checkpoint",
                            new Checkpoint.Signed(head, List.of(new Checkpoint.Signature(head.origin(), whole)))
                                    .text());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every JVM since 15 has " + KeySeal.ALGORITHM, missing);
        }
    }

    private Optional<Integer> first(String kind, long cents) {
        for (int at = 1; at < lines.size() - 1; at++) {
            Map<?, ?> leaf = leaf(lines.get(at));
            if (kind.equals(leaf.get("kind")) && cents(leaf) == cents) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private Map<String, Object> smaller(int at) {
        Map<String, Object> leaf = copy(leaf(lines.get(at)));
        leaf.put("cents", cents(leaf) / LESS);
        return leaf;
    }

    private static Map<?, ?> leaf(Map<String, Object> line) {
        return (Map<?, ?>) Objects.requireNonNull(line.get("leaf"));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(CanonicalJson.write(line)).append('\n'));
        return text.toString();
    }

    private static long cents(Map<?, ?> leaf) {
        @Nullable Object cents = leaf.get("cents");
        return cents instanceof Number number ? number.longValue() : 0;
    }

    private static Map<String, Object> read(String line) {
        return copy(JSON.readValue(line, Map.class));
    }

    private static Map<String, Object> copy(Map<?, ?> members) {
        Map<String, Object> copy = new TreeMap<>();
        members.forEach((name, member) -> copy.put((String) name, member));
        return copy;
    }
}
