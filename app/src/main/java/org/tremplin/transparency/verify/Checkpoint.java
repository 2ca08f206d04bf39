package org.tremplin.transparency.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The head of a journal at one moment, in the form of C2SP tlog-checkpoint: three lines, and under them the signatures of
 * a C2SP signed note. Who keeps one can later see whether the journal still begins as it did.
 *
 * @param origin name of the journal
 * @param size number of leaves
 * @param root of the tree of that size, 32 bytes
 */
public record Checkpoint(String origin, long size, byte[] root) {

    /** Whole checkpoints are some 250 characters; a mail may put a little around. */
    static final int LONGEST = 20_000;

    private static final String SIGNATURE = "\u2014 ";
    private static final Pattern ORIGIN = Pattern.compile("[!-*,-~]{1,300}");
    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,15}");

    public Checkpoint {
        if (!ORIGIN.matcher(origin).matches() || size < 0 || size > Tree.LARGEST || root.length != 32) {
            throw new IllegalArgumentException("No checkpoint: " + origin + ", " + size);
        }
    }

    /** A checkpoint and the lines that sign it. */
    public record Signed(Checkpoint checkpoint, List<Signature> signatures) {

        public Signed {
            signatures = List.copyOf(signatures);
        }

        /** The whole note. */
        public String text() {
            StringBuilder text = new StringBuilder(checkpoint.body()).append('\n');
            signatures.forEach(signature -> text.append(SIGNATURE)
                    .append(signature.name())
                    .append(' ')
                    .append(Base64.getEncoder().encodeToString(signature.bytes()))
                    .append('\n'));
            return text.toString();
        }

        /** Whether this key signed it under the name of the journal. */
        public boolean signedBy(PublicKey key) {
            byte[] id = key.id(checkpoint.origin());
            return signatures.stream()
                    .filter(signature -> signature.name().equals(checkpoint.origin()))
                    .filter(signature -> signature.bytes().length > id.length
                            && Arrays.equals(Arrays.copyOf(signature.bytes(), id.length), id))
                    .anyMatch(signature -> key.verifies(
                            checkpoint.body().getBytes(StandardCharsets.UTF_8),
                            Arrays.copyOfRange(signature.bytes(), id.length, signature.bytes().length)));
        }
    }

    /** @param bytes 4 of the key's id, then the signature */
    public record Signature(String name, byte[] bytes) {}

    /** What is signed. */
    public String body() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    public String rootHex() {
        return Sha256.hex(root);
    }

    /**
     * Reads a note as it is written, or as it came out of a mail: blanks at the ends of lines, empty lines and text
     * around it are passed over, and signatures may be missing. What counts is the three lines, which must be exact.
     */
    public static Optional<Signed> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> lines = text.lines()
                .map(line -> line.replaceFirst("^[>\\s]+", "").stripTrailing())
                .filter(line -> !line.isEmpty())
                .toList();
        for (int at = 0; at + 2 < lines.size(); at++) {
            Checkpoint checkpoint = at(lines, at);
            if (checkpoint != null) {
                return Optional.of(new Signed(
                        checkpoint,
                        lines.subList(at + 3, lines.size()).stream()
                                .map(Checkpoint::signature)
                                .flatMap(Optional::stream)
                                .limit(16)
                                .toList()));
            }
        }
        return Optional.empty();
    }

    private static @Nullable Checkpoint at(List<String> lines, int first) {
        byte[] root = base64(lines.get(first + 2));
        boolean fits = ORIGIN.matcher(lines.get(first)).matches()
                && SIZE.matcher(lines.get(first + 1)).matches()
                && root != null
                && root.length == 32;
        long size = fits ? Long.parseLong(lines.get(first + 1)) : -1;
        return root == null || size < 0 || size > Tree.LARGEST ? null : new Checkpoint(lines.get(first), size, root);
    }

    private static Optional<Signature> signature(String line) {
        String[] words =
                line.startsWith(SIGNATURE) ? line.substring(SIGNATURE.length()).split(" ") : new String[0];
        byte[] bytes = words.length == 2 ? base64(words[1]) : null;
        return bytes == null ? Optional.empty() : Optional.of(new Signature(words[0], bytes));
    }

    private static byte @Nullable [] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException other) {
            return null;
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %d %s", origin, size, rootHex());
    }
}
