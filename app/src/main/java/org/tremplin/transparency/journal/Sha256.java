package org.tremplin.transparency.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over parts joined without separator, and its lower-case hexadecimal form. */
final class Sha256 {

    /** Begins what is hashed for a leaf (RFC 6962, section 2.1). */
    static final byte LEAF = 0x00;

    /** Begins what is hashed for a commitment, so that it can never be read as a leaf or a node of the tree. */
    static final byte COMMITMENT = 0x02;

    private Sha256() {}

    static byte[] of(byte prefix, byte[]... parts) {
        MessageDigest digest = digest();
        digest.update(prefix);
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    static byte[] of(byte[] bytes) {
        return digest().digest(bytes);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every JVM has SHA-256", missing);
        }
    }
}
