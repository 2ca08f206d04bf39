package org.tremplin.transparency.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A key that checks signatures, Ed25519 (RFC 8032).
 *
 * @param raw 32 bytes
 */
public record PublicKey(byte[] raw) {

    private static final int BYTES = 32;
    private static final int ID_BYTES = 4;
    private static final byte[] NEWLINE_AND_ED25519 = {0x0A, 0x01};

    /** What stands before the 32 bytes in the form that the JDK reads (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    public PublicKey {
        if (raw.length != BYTES) {
            throw new IllegalArgumentException("A public key has " + BYTES + " bytes");
        }
    }

    /** @param key the public half, as the JDK makes it */
    public static PublicKey of(Key key) {
        byte[] encoded = key.getEncoded();
        return new PublicKey(Arrays.copyOfRange(encoded, encoded.length - BYTES, encoded.length));
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(raw);
    }

    /** Its fingerprint, as a leaf of kind {@code key} holds it. */
    public String fingerprint() {
        return Sha256.hex(Sha256.of(raw));
    }

    /** The first four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ key), C2SP signed-note. */
    public byte[] id(String name) {
        byte[] start = name.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(start, start.length + NEWLINE_AND_ED25519.length + BYTES);
        System.arraycopy(NEWLINE_AND_ED25519, 0, all, start.length, NEWLINE_AND_ED25519.length);
        System.arraycopy(raw, 0, all, start.length + NEWLINE_AND_ED25519.length, BYTES);
        return Arrays.copyOf(Sha256.of(all), ID_BYTES);
    }

    public boolean verifies(byte[] message, byte[] signature) {
        try {
            byte[] encoded = Arrays.copyOf(X509, X509.length + BYTES);
            System.arraycopy(raw, 0, encoded, X509.length, BYTES);
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException wrong) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicKey key && Arrays.equals(raw, key.raw);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(raw);
    }
}
