package org.tremplin.identity;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.platform.security.Tokens;
import reactor.core.publisher.Mono;

/** The rows of wishes to sign in. Only hashes are stored; a row is used once. */
@Component
class SignIns {

    /** Wrong codes before a request is over. */
    static final int TRIES = 5;

    private static final String OPEN = " used_at is null and expires_at > :now ";

    private final DatabaseClient database;
    private final Clock clock;

    SignIns(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<Void> write(SignIn wish, Secrets secrets, byte[] codeHash, String block, Instant expires) {
        return database.sql("""
                insert into identity.sign_in
                  (id, email, language, wanted, token_hash, code_hash, browser_hash, address_block, expires_at)
                values (:id, :email, :language, :wanted, :token, :code, :browser, :block, :expires)
                """)
                .bind("id", wish.id())
                .bind("email", wish.email())
                .bind("language", wish.language())
                .bind("wanted", wish.wanted())
                .bind("token", Tokens.sha256(secrets.token()))
                .bind("code", codeHash)
                .bind("browser", Tokens.sha256(secrets.browser()))
                .bind("block", block)
                .bind("expires", expires)
                .then();
    }

    /** Looks without using: what a mail scanner may do as often as it likes. */
    Mono<SignIn> peekLink(String token) {
        return database.sql("select * from identity.sign_in where token_hash = :hash and" + OPEN)
                .bind("hash", Tokens.sha256(token))
                .bind("now", clock.instant())
                .map(SignIns::signIn)
                .one();
    }

    /** Uses the link; of several at the same time one gets it. */
    Mono<SignIn> useLink(String token) {
        return database.sql("update identity.sign_in set used_at = :now where token_hash = :hash and" + OPEN
                        + "returning *")
                .bind("hash", Tokens.sha256(token))
                .bind("now", clock.instant())
                .map(SignIns::signIn)
                .one();
    }

    Mono<SignIn> peekBrowser(String browser) {
        return database.sql("select * from identity.sign_in where browser_hash = :hash and" + OPEN)
                .bind("hash", Tokens.sha256(browser))
                .bind("now", clock.instant())
                .map(SignIns::signIn)
                .one();
    }

    /** Counts a try of this browser's code, before it is looked at; empty when none is left. */
    Mono<SignIn> tryCode(String browser) {
        return database.sql("update identity.sign_in set tries = tries + 1 where browser_hash = :hash and tries < "
                        + TRIES + " and" + OPEN + "returning *")
                .bind("hash", Tokens.sha256(browser))
                .bind("now", clock.instant())
                .map(SignIns::signIn)
                .one();
    }

    /** True for the one who used it. */
    Mono<Boolean> use(UUID id) {
        return database.sql("update identity.sign_in set used_at = :now where id = :id and" + OPEN)
                .bind("id", id)
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static SignIn signIn(Readable row) {
        return new SignIn(
                row.get("id", UUID.class),
                row.get("email", String.class),
                row.get("language", String.class),
                row.get("wanted", String.class),
                row.get("tries", Integer.class),
                row.get("code_hash", byte[].class));
    }
}
