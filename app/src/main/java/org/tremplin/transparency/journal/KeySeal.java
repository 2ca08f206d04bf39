package org.tremplin.transparency.journal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.tremplin.platform.security.Keys;
import org.tremplin.transparency.verify.PublicKey;

/**
 * Closes the private half of a signing key with AES-256-GCM under a key derived from the secret, so that a backup alone
 * signs nothing; opens it under this secret, or under the one before it.
 */
final class KeySeal {

    static final String ALGORITHM = "Ed25519";

    private static final String PURPOSE = "transparency.journal";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec present;
    private final @Nullable SecretKeySpec previous;
    private final SecureRandom random = new SecureRandom();

    KeySeal(Keys keys) {
        present = new SecretKeySpec(keys.derive(PURPOSE), "AES");
        previous = keys.derivePrevious(PURPOSE)
                .map(bytes -> new SecretKeySpec(bytes, "AES"))
                .orElse(null);
    }

    /** Both halves of a new key, the private one closed. */
    record Made(PublicKey key, byte[] sealed) {}

    Made make() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            PublicKey key = PublicKey.of(pair.getPublic());
            return new Made(key, close(key, pair.getPrivate()));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every JVM since 15 has " + ALGORITHM + " and AES-GCM", missing);
        }
    }

    /** Whether it was closed under the secret before this one. */
    boolean isOfPrevious(PublicKey key, byte[] sealed) {
        return previous != null && opened(present, key, sealed) == null && opened(previous, key, sealed) != null;
    }

    /** Empty when it was closed under a secret that is not known any more. */
    Optional<PrivateKey> open(PublicKey key, byte[] sealed) {
        PrivateKey half = opened(present, key, sealed);
        return Optional.ofNullable(half == null && previous != null ? opened(previous, key, sealed) : half);
    }

    private byte[] close(PublicKey key, PrivateKey secret) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, present, key, nonce).doFinal(secret.getEncoded());
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    private static @Nullable PrivateKey opened(SecretKeySpec seal, PublicKey key, byte[] sealed) {
        try {
            byte[] encoded = cipher(Cipher.DECRYPT_MODE, seal, key, Arrays.copyOf(sealed, NONCE_BYTES))
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return Objects.requireNonNull(
                    KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException other) {
            return null;
        }
    }

    /** Bound to the public half, so that no other sealed key can be put in its place. */
    private static Cipher cipher(int mode, SecretKeySpec seal, PublicKey key, byte[] nonce)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, seal, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(key.raw());
        return cipher;
    }
}
