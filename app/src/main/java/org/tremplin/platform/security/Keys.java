package org.tremplin.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.platform.TremplinSettings;

/** Keys for one named purpose each, derived from the secret by HKDF with HMAC-SHA-256 (RFC 5869), 32 bytes. */
@Component
public class Keys {

    private static final String HMAC = "HmacSHA256";

    private final byte[] root;

    /** Of the secret before; none when it never changed. */
    private final byte @Nullable [] previous;

    public Keys(TremplinSettings settings) {
        this.root = root(settings.secret());
        String before = settings.secretPrevious();
        this.previous = before == null || before.isBlank() ? null : root(before);
    }

    private static byte[] root(String secret) {
        return hmac(new byte[32], secret.getBytes(StandardCharsets.UTF_8));
    }

    /** The same purpose gives the same key as long as the secret stays; another purpose gives an unrelated one. */
    public byte[] derive(String purpose) {
        return derive(root, purpose);
    }

    /** What {@link #derive} gave under the secret before this one; empty when there was none. */
    public Optional<byte[]> derivePrevious(String purpose) {
        return previous == null ? Optional.empty() : Optional.of(derive(previous, purpose));
    }

    private static byte[] derive(byte[] from, String purpose) {
        byte[] name = purpose.getBytes(StandardCharsets.UTF_8);
        byte[] info = Arrays.copyOf(name, name.length + 1);
        info[name.length] = 1;
        return hmac(from, info);
    }

    public static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every JVM has " + HMAC, missing);
        }
    }
}
