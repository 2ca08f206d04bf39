package org.tremplin.platform.file;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.tremplin.platform.security.Keys;

/**
 * The keys of private files: one at random each, sealed with AES-256-GCM under a key derived from the secret and bound
 * to the file's id. Whoever holds the database alone reads nothing.
 */
@Component
class FileKeys {

    private static final String PURPOSE = "platform.file";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int MARK_BYTES = 4;

    private final Keys keys;
    private final SecureRandom random = new SecureRandom();

    FileKeys(Keys keys) {
        this.keys = keys;
    }

    byte[] fresh() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    Sealed seal(UUID file, byte[] key) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] under = keys.derive(PURPOSE);
        byte[] closed = run(Cipher.ENCRYPT_MODE, under, nonce, name(file), key);
        return new Sealed(
                ByteBuffer.allocate(nonce.length + closed.length)
                        .put(nonce)
                        .put(closed)
                        .array(),
                mark(under));
    }

    /** @throws IllegalStateException when it was sealed under a secret that is neither the present nor the previous one */
    byte[] open(UUID file, Sealed sealed) {
        byte[] nonce = Arrays.copyOf(sealed.key(), NONCE_BYTES);
        byte[] rest = Arrays.copyOfRange(sealed.key(), NONCE_BYTES, sealed.key().length);
        byte[] under = keys.derive(PURPOSE);
        if (!Arrays.equals(mark(under), sealed.under())) {
            under = keys.derivePrevious(PURPOSE)
                    .filter(before -> Arrays.equals(mark(before), sealed.under()))
                    .orElseThrow(() -> new IllegalStateException("A file sealed under another secret cannot be read"));
        }
        return run(Cipher.DECRYPT_MODE, under, nonce, name(file), rest);
    }

    /** Which secret a key is sealed under today; tells nothing of it. */
    byte[] present() {
        return mark(keys.derive(PURPOSE));
    }

    /**
     * One piece of a file. Its key is used for this file only, so the piece's number is a nonce that never repeats.
     *
     * @param count of all pieces: a file that was cut short does not open
     */
    static byte[] close(byte[] key, int no, int count, byte[] piece) {
        return run(Cipher.ENCRYPT_MODE, key, nonce(no), place(no, count), piece);
    }

    static byte[] open(byte[] key, int no, int count, byte[] piece) {
        return run(Cipher.DECRYPT_MODE, key, nonce(no), place(no, count), piece);
    }

    private static byte[] nonce(int no) {
        return ByteBuffer.allocate(NONCE_BYTES).putLong(0).putInt(no).array();
    }

    private static byte[] place(int no, int count) {
        return ByteBuffer.allocate(2 * Integer.BYTES).putInt(no).putInt(count).array();
    }

    private static byte[] name(UUID file) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(file.getMostSignificantBits())
                .putLong(file.getLeastSignificantBits())
                .array();
    }

    private static byte[] mark(byte[] under) {
        return Arrays.copyOf(Keys.hmac(under, new byte[] {1}), MARK_BYTES);
    }

    private static byte[] run(int mode, byte[] key, byte[] nonce, byte[] bound, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bound);
            return cipher.doFinal(input);
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException("A private file was changed, or its key is another's", refused);
        }
    }

    /** @param under 4 bytes that tell one secret from another */
    record Sealed(byte[] key, byte[] under) {}
}
