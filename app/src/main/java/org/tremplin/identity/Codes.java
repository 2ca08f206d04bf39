package org.tremplin.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tremplin.platform.security.Keys;

/**
 * Hashes six digits so that the stored hash tells nothing: a plain hash of a million codes is searched in a moment, so
 * it is an HMAC under a key that is not in the database.
 */
@Component
class Codes {

    private final byte[] key;

    Codes(Keys keys) {
        this.key = keys.derive("identity.code");
    }

    byte[] hash(UUID signIn, String code) {
        return Keys.hmac(key, (signIn + " " + code).getBytes(StandardCharsets.UTF_8));
    }

    boolean matches(UUID signIn, String typed, byte[] hash) {
        return MessageDigest.isEqual(hash, hash(signIn, typed));
    }
}
