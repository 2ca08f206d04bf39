package org.tremplin.transparency.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An exported journal as docs/journal.md describes it, written by hand, with keys that are the same in every run. */
record WrittenJournal(String origin, List<Key> keys, List<Checkpoint> earlier, List<Entry> entries) {

    static final String ORIGIN = "dons.example.org/c/019ab000-0000-7000-8000-000000000001";

    /** The key of RFC 8032, section 7.1, test 1; test 2. */
    static final Key FIRST = new Key(
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");

    static final Key SECOND = new Key(
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");

    /** Ed25519, both halves hexadecimal. */
    record Key(String secret, String open) {

        PublicKey key() {
            return new PublicKey(HexFormat.of().parseHex(open));
        }

        byte[] sign(String text) {
            try {
                PrivateKey half = KeyFactory.getInstance("Ed25519")
                        .generatePrivate(new PKCS8EncodedKeySpec(
                                HexFormat.of().parseHex("302e020100300506032b657004220420" + secret)));
                Signature signature = Signature.getInstance("Ed25519");
                signature.initSign(half);
                signature.update(text.getBytes(StandardCharsets.UTF_8));
                return signature.sign();
            } catch (GeneralSecurityException missing) {
                throw new IllegalStateException(missing);
            }
        }
    }

    /** @param name public first name beside the leaf; withheld when the leaf commits to one and this is none */
    record Entry(Map<String, Object> leaf, @Nullable String name, byte[] random) {

        String line() {
            Map<String, Object> line = new HashMap<>();
            line.put("leaf", leaf);
            line.put("hash", Sha256.hex(hash()));
            if (name != null) {
                line.put("texts", Map.of("name", Map.of("random", Sha256.hex(random), "text", name)));
            }
            return CanonicalJson.write(line);
        }

        byte[] hash() {
            return Sha256.of(Sha256.LEAF, CanonicalJson.write(leaf).getBytes(StandardCharsets.UTF_8));
        }

        Entry withheld() {
            return new Entry(leaf, null, random);
        }
    }

    /** Gifts of 1 €, 2 € and so on; every third donor is named. */
    static WrittenJournal of(int gifts) {
        List<Entry> entries = new ArrayList<>();
        for (int seq = 0; seq < gifts; seq++) {
            entries.add(gift(seq, 100L * (seq + 1)));
        }
        return new WrittenJournal(ORIGIN, List.of(FIRST), List.of(), entries);
    }

    static Entry gift(int seq, long cents) {
        Map<String, Object> leaf = new HashMap<>(Map.of(
                "v",
                1,
                "seq",
                seq,
                "kind",
                "gift",
                "day",
                "2026-11-22",
                "cents",
                cents,
                "currency",
                "EUR",
                "crod",
                "P1.2.a"));
        byte[] random = new byte[32];
        random[0] = (byte) seq;
        if (seq % 3 != 0) {
            return new Entry(leaf, null, random);
        }
        String name = "Zoë " + seq;
        leaf.put(
                "commitments",
                Map.of(
                        "name",
                        Sha256.hex(Sha256.of(Sha256.COMMITMENT, random, name.getBytes(StandardCharsets.UTF_8)))));
        return new Entry(leaf, name, random);
    }

    WrittenJournal and(Map<String, Object> leaf) {
        Map<String, Object> whole = new HashMap<>(leaf);
        whole.putAll(Map.of("v", 1, "seq", entries.size(), "day", "2026-11-23"));
        List<Entry> more = new ArrayList<>(entries);
        more.add(new Entry(whole, null, new byte[32]));
        return new WrittenJournal(origin, keys, earlier, more);
    }

    WrittenJournal with(int seq, UnaryOperator<Entry> change) {
        List<Entry> changed = new ArrayList<>(entries);
        changed.set(seq, change.apply(changed.get(seq)));
        return new WrittenJournal(origin, keys, earlier, changed);
    }

    WrittenJournal rotated() {
        WrittenJournal longer =
                and(Map.of("kind", "key", "hashes", Map.of("key", SECOND.key().fingerprint())));
        return new WrittenJournal(origin, List.of(FIRST, SECOND), earlier, longer.entries());
    }

    WrittenJournal restored() {
        Checkpoint left = head();
        WrittenJournal longer = and(Map.of("kind", "tree", "hashes", Map.of("root", left.rootHex())));
        return new WrittenJournal(origin + "/2", keys, List.of(left), longer.entries());
    }

    Checkpoint head() {
        Frontier tree = new Frontier();
        entries.forEach(entry -> tree.add(entry.hash()));
        return new Checkpoint(origin, tree.size(), tree.root());
    }

    Checkpoint.Signed signed() {
        Key key = keys.get(keys.size() - 1);
        byte[] id = key.key().id(origin);
        byte[] signature = key.sign(head().body());
        return new Checkpoint.Signed(
                head(),
                List.of(new Checkpoint.Signature(
                        origin,
                        ByteBuffer.allocate(id.length + signature.length)
                                .put(id)
                                .put(signature)
                                .array())));
    }

    /** The lines of the file, without their ends. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(new Header(origin, earlier, keys.stream().map(Key::key).toList()).line());
        entries.forEach(entry -> lines.add(entry.line()));
        lines.add(CanonicalJson.write(Map.of("checkpoint", signed().text())));
        return lines;
    }

    static String file(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    static Verdict check(String file, Checkpoint.@Nullable Signed seen) {
        return check(file.getBytes(StandardCharsets.UTF_8), seen);
    }

    static Verdict check(byte[] file, Checkpoint.@Nullable Signed seen) {
        try {
            return JournalCheck.check(new ByteArrayInputStream(file), seen);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
