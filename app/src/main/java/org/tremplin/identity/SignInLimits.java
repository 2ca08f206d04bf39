package org.tremplin.identity;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps anybody from flooding a mailbox, or a neighbourhood from trying many of them. */
@Component
class SignInLimits {

    private final DatabaseClient database;
    private final SignInSettings settings;

    SignInLimits(DatabaseClient database, SignInSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** Inside the transaction that then writes the request: the locks make parallel requests wait for its count. */
    Mono<Boolean> allow(String email, String block) {
        return allow("identity.sign_in", email, block);
    }

    /** The same for mails that lead to somebody's data. */
    Mono<Boolean> allowData(String email, String block) {
        return allow("identity.data_request", email, block);
    }

    private Mono<Boolean> allow(String table, String email, String block) {
        return lock(table + " block " + block)
                .then(lock(table + " email " + email))
                .then(database.sql("""
                        select (select count(*) from %1$s
                                where email = :email and asked_at > now() - interval '1 hour') < :perAddress
                           and (select count(*) from %1$s
                                where address_block = :block and asked_at > now() - interval '1 hour') < :perBlock
                           as allowed
                        """.formatted(table))
                        .bind("email", email)
                        .bind("block", block)
                        .bind("perAddress", settings.mailsPerAddress())
                        .bind("perBlock", settings.mailsPerBlock())
                        .map(row -> Boolean.TRUE.equals(row.get("allowed", Boolean.class)))
                        .one());
    }

    private Mono<Void> lock(String name) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .bind("name", name)
                .then();
    }
}
