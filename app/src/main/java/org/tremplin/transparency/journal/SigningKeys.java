package org.tremplin.transparency.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tremplin.platform.security.Keys;
import org.tremplin.transparency.verify.PublicKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The keys that sign heads of journals: one of the whole instance at a time, Ed25519, private half under a {@link
 * KeySeal}. A newer one signs in a journal once that journal has told of it.
 */
@Component
class SigningKeys {

    private final DatabaseClient database;
    private final KeySeal seal;
    private final Clock clock;

    SigningKeys(DatabaseClient database, Keys keys, Clock clock) {
        this.database = database;
        this.seal = new KeySeal(keys);
        this.clock = clock;
    }

    /** @param number from 1, in the order they were made */
    record Known(int number, PublicKey key, byte[] sealed) {}

    /** No secret that is set opens the key. */
    static final class Sealed extends IllegalStateException {
        private Sealed() {
            super("The journal's key was sealed under another secret");
        }
    }

    /** The first is made when the first head is signed. */
    Mono<Known> numbered(int number) {
        Mono<Known> known =
                all().filter(key -> key.number() == number).takeLast(1).next();
        return number == 1 ? known.switchIfEmpty(make(1).then(known)) : known;
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
        return Mono.fromSupplier(seal::make)
                .flatMap(made -> database.sql("""
                        insert into transparency.signing_key (number, public_key, sealed, made_at)
                        values (:number, decode(:key, 'hex'), decode(:sealed, 'hex'), :now) on conflict do nothing
                        """)
                        .bind("number", number)
                        .bind("key", HexFormat.of().formatHex(made.key().raw()))
                        .bind("sealed", HexFormat.of().formatHex(made.sealed()))
                        .bind("now", clock.instant())
                        .then());
    }

    /** After a change of the secret: a key under the new one takes over, so that the old can go. */
    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    Mono<Void> replaceThatOfThePreviousSecret() {
        return all().takeLast(1)
                .filter(newest -> seal.isOfPrevious(newest.key(), newest.sealed()))
                .concatMap(newest -> make(newest.number() + 1))
                .then();
    }

    /** @throws Sealed when the secret is another than the key was sealed under */
    byte[] sign(Known known, String text) {
        PrivateKey half = seal.open(known.key(), known.sealed()).orElseThrow(Sealed::new);
        try {
            Signature signature = Signature.getInstance(KeySeal.ALGORITHM);
            signature.initSign(half);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A key that was opened signs", impossible);
        }
    }
}
