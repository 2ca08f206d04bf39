package org.tremplin.transparency.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.platform.security.Keys;
import org.tremplin.transparency.verify.PublicKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The keys that sign heads of journals: one of the whole instance at a time, Ed25519. The private half rests in the
 * database, sealed with AES-256-GCM under a key derived from the secret, so that a backup alone signs nothing.
 */
@Component
class SigningKeys {

    private static final String ALGORITHM = "Ed25519";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final DatabaseClient database;
    private final SecretKeySpec seal;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SigningKeys(DatabaseClient database, Keys keys, Clock clock) {
        this.database = database;
        this.seal = new SecretKeySpec(keys.derive("transparency.journal"), "AES");
        this.clock = clock;
    }

    /** @param number from 1, in the order they were made */
    record Known(int number, PublicKey key, byte[] sealed) {}

    /** The last one; the first is made when the first head is signed. */
    Mono<Known> newest() {
        return all().takeLast(1)
                .next()
                .switchIfEmpty(Mono.defer(() -> make(1).then(all().takeLast(1).next())));
    }

    /** In the order they were made; a handful in the life of an instance. */
    Flux<Known> all() {
        return database.sql("select number, public_key, sealed from transparency.signing_key order by number")
                .map(row -> new Known(
                        row.get("number", Integer.class),
                        new PublicKey(row.get("public_key", byte[].class)),
                        row.get("sealed", byte[].class)))
                .all();
    }

    /** Nothing, when another instance made the same number at this moment. */
    Mono<Void> make(int number) {
        KeyPair pair = pair();
        PublicKey key = PublicKey.of(pair.getPublic());
        return database.sql("""
                insert into transparency.signing_key (number, public_key, sealed, made_at)
                values (:number, decode(:key, 'hex'), decode(:sealed, 'hex'), :now) on conflict do nothing
                """)
                .bind("number", number)
                .bind("key", HexFormat.of().formatHex(key.raw()))
                .bind("sealed", HexFormat.of().formatHex(close(key, pair.getPrivate())))
                .bind("now", clock.instant())
                .then();
    }

    /** @throws IllegalStateException when the secret is another than the key was sealed under */
    byte[] sign(Known known, String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(open(known));
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException("The journal's key was sealed under another secret", refused);
        }
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every JVM since 15 has " + ALGORITHM, missing);
        }
    }

    private byte[] close(PublicKey key, PrivateKey secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(secret.getEncoded());
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every JVM has AES-GCM", missing);
        }
    }

    private PrivateKey open(Known known) throws GeneralSecurityException {
        byte[] nonce = Arrays.copyOf(known.sealed(), NONCE_BYTES);
        byte[] encoded = cipher(Cipher.DECRYPT_MODE, known.key(), nonce)
                .doFinal(known.sealed(), NONCE_BYTES, known.sealed().length - NONCE_BYTES);
        return Objects.requireNonNull(
                KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
    }

    /** Bound to the public half, so that no other sealed key can be put in its place. */
    private Cipher cipher(int mode, PublicKey key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, seal, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(key.raw());
        return cipher;
    }
}
