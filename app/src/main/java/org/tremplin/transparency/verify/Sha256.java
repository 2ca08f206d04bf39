package org.tremplin.transparency.verify;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** SHA-256 over parts joined without separator, and its lower-case hexadecimal form. */
public final class Sha256 {

    /** Begins what is hashed for a leaf (RFC 6962, section 2.1). */
    public static final byte LEAF = 0x00;

    /** Begins what is hashed for an inner node of a tree. */
    public static final byte NODE = 0x01;

    /** Begins what is hashed for a commitment, so that it can never be read as a leaf or a node of the tree. */
    public static final byte COMMITMENT = 0x02;

    private Sha256() {}

    public static byte[] of(byte prefix, byte[]... parts) {
        MessageDigest digest = digest();
        digest.update(prefix);
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    public static byte[] of(byte[] bytes) {
        return digest().digest(bytes);
    }

    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** @throws IllegalArgumentException unless it is the hexadecimal form of a hash, as this class writes it */
    public static byte[] parsed(String hex) {
        if (hex.length() != 64 || !hex.equals(hex.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("No hash");
        }
        return HexFormat.of().parseHex(hex);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every JVM has SHA-256", missing);
        }
    }
}
