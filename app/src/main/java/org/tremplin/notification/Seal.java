package org.tremplin.notification;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.tremplin.platform.security.Keys;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what a mail says unreadable in the database and its backups: a sign-in link at rest would be as good as a
 * session. AES-256-GCM, a fresh nonce each time, bound to the mail's id.
 */
@Component
class Seal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final JsonMapper json;
    private final SecureRandom random = new SecureRandom();

    Seal(Keys keys, JsonMapper json) {
        this.key = new SecretKeySpec(keys.derive("notification.mail"), "AES");
        this.json = json;
    }

    byte[] close(UUID mail, Map<String, ?> values) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, mail, nonce, json.writeValueAsBytes(values));
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    Map<String, Object> open(UUID mail, byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        byte[] rest = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
        return json.readValue(run(Cipher.DECRYPT_MODE, mail, nonce, rest), new TypeReference<>() {});
    }

    private byte[] run(int mode, UUID mail, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(ByteBuffer.allocate(16)
                    .putLong(mail.getMostSignificantBits())
                    .putLong(mail.getLeastSignificantBits())
                    .array());
            return cipher.doFinal(input);
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException("A mail sealed under another secret cannot be read", refused);
        }
    }
}
