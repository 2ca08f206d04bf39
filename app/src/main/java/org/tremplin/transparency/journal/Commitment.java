package org.tremplin.transparency.journal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.tremplin.transparency.verify.Sha256;

/**
 * A text that a leaf vouches for without holding it: the leaf has {@link #hash()}, the text and its random bytes stand
 * beside it and can be erased. 32 random bytes keep a short text, such as a first name, from being guessed.
 *
 * @param name what the text is, such as {@code name}
 * @param random 32 bytes, known to nobody once erased
 */
public record Commitment(String name, byte[] random, String text) {

    static final int RANDOM_BYTES = 32;

    /** So that a line of a journal has an upper length (docs/journal.md). */
    static final int MOST = 4000;

    private static final SecureRandom RANDOM = new SecureRandom();

    public Commitment {
        if (random.length != RANDOM_BYTES) {
            throw new IllegalArgumentException("A commitment has " + RANDOM_BYTES + " random bytes");
        }
        if (text.length() > MOST) {
            throw new IllegalArgumentException("A text in a journal has at most " + MOST + " characters");
        }
    }

    /**
     * @param text at most {@value #MOST} characters; a longer one stands elsewhere, and its fingerprint in the leaf
     */
    public static Commitment to(String name, String text) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        return new Commitment(name, random, storable(text));
    }

    /** Neither half a surrogate pair nor a zero can be stored, and read again, everywhere. */
    private static String storable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace("\0", "");
    }

    /** SHA-256(0x02 ‖ random ‖ UTF-8 text), as docs/journal.md says. */
    byte[] hash() {
        return Sha256.of(Sha256.COMMITMENT, random, text.getBytes(StandardCharsets.UTF_8));
    }
}
