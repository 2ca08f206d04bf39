package org.tremplin.capacity.share;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.Association;
import org.tremplin.platform.security.SignedInPerson;
import reactor.core.publisher.Mono;

/** Another link for one that was lost: the same is opened to the same address, and the former link opens nothing more. */
@Component
class Renewal {

    private final Grants grants;
    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    Renewal(Grants grants, DatabaseClient database, TransactionalOperator transaction) {
        this.grants = grants;
        this.database = database;
        this.transaction = transaction;
    }

    /** Of a grant that holds and {@link #possible}; empty when somebody took it back meanwhile. */
    Mono<Grants.Sending> renew(Association association, Grant grant, SignedInPerson by) {
        String email = grant.email();
        if (email == null) {
            return Mono.empty();
        }
        ShareForm same = new ShareForm(grant.audience(), email, grant.until().toString(), grant.chosen(), true);
        return consent(grant)
                .flatMap(consent -> grants.full(association.id())
                        .flatMap(full -> full
                                ? Mono.just(Grants.Sending.TOO_MANY)
                                : grants.revoke(grant).then(grants.insert(association, email, same, consent, by))))
                .as(transaction::transactional);
    }

    /** A patron's link is the only key; an adviser who came needs none. */
    static boolean possible(Audience audience, boolean came) {
        return audience == Audience.PATRON || !came;
    }

    /** Locked: of two who ask at once the second finds nothing. */
    private Mono<String> consent(Grant grant) {
        return database.sql("""
                select consent from capacity.share_grant
                where id = :id and revoked_at is null and (audience = 'PATRON' or accepted_at is null) for update
                """)
                .bind("id", grant.id())
                .map(row -> String.valueOf(row.get("consent", String.class)))
                .one();
    }
}
