package org.tremplin.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Unguessable texts for addresses and cookies; only their hash is stored. */
public final class Tokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    private Tokens() {}

    /** 192 random bits as 32 characters that an address can carry. */
    public static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Six digits for a person to type. */
    public static String code() {
        return "%06d".formatted(RANDOM.nextInt(1_000_000));
    }

    /**
     * SHA-256 of several texts as one, lower-case hexadecimal: each stands after its length in bytes and a colon, and
     * before a line end, so that no two rows of texts are the same bytes.
     */
    public static String fingerprint(String... texts) {
        return HexFormat.of().formatHex(sha256(joined(texts)));
    }

    /** What {@link #fingerprint} is taken of: each text after its length in bytes, and a newline after each. */
    public static String joined(String... texts) {
        StringBuilder joined = new StringBuilder();
        for (String text : texts) {
            joined.append(text.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(text)
                    .append('\n');
        }
        return joined.toString();
    }

    public static byte[] sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every JVM has SHA-256", missing);
        }
    }
}
