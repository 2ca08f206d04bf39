package org.tremplin.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.tremplin.platform.TremplinSettings;

/** Keys for one named purpose each, derived from the secret by HKDF with HMAC-SHA-256 (RFC 5869), 32 bytes. */
@Component
public class Keys {

    private static final String HMAC = "HmacSHA256";

    private final byte[] root;

    Keys(TremplinSettings settings) {
        this.root = hmac(new byte[32], settings.secret().getBytes(StandardCharsets.UTF_8));
    }

    /** The same purpose gives the same key as long as the secret stays; another purpose gives an unrelated one. */
    public byte[] derive(String purpose) {
        byte[] name = purpose.getBytes(StandardCharsets.UTF_8);
        byte[] info = Arrays.copyOf(name, name.length + 1);
        info[name.length] = 1;
        return hmac(root, info);
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
