package org.tremplin.capacity.share;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.identity.People;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.security.Tokens;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was opened to whom. A grant that was taken back, or whose last day is over, opens nothing from that moment on. */
@Component
public class Grants {

    /** In which an adviser may come by the mailed link. */
    static final Duration TO_ACCEPT = Duration.ofDays(14);

    /** Mails an association may cause in one day. */
    private static final int DAILY = 20;

    /** More are not listed; the oldest are forgotten by then. */
    private static final int MOST = 200;

    static final String SELECT = """
            select share_grant.id, association_id, audience, email, granted_at, until_on, person_id, accepted_at,
              revoked_at, shown, coalesce(openings, 0) as openings, last_opened
            from capacity.share_grant
            cross join lateral (select shown from capacity.share_scope where grant_id = share_grant.id
              order by set_at desc, id desc limit 1) scope
            left join lateral (select sum(openings)::int as openings, max(day) as last_opened
              from capacity.share_opening where grant_id = share_grant.id) opened on true
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final GrantMails mails;
    private final People people;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    Grants(
            DatabaseClient database,
            TransactionalOperator transaction,
            GrantMails mails,
            People people,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.mails = mails;
        this.people = people;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Opens rows to an address and mails the link. @param consent the sentence that was agreed to */
    Mono<Sending> give(Association association, ShareForm form, String consent, SignedInPerson by) {
        String address = People.normal(form.email());
        return of(association.id())
                .filter(one -> one.audience() == form.audience() && address.equals(one.email()))
                .any(one -> one.holds(clock, association.zone()))
                .filter(known -> known)
                .map(known -> Sending.ALREADY_OPEN)
                .switchIfEmpty(full(association.id()).filter(full -> full).map(full -> Sending.TOO_MANY))
                .switchIfEmpty(Mono.defer(() -> insert(association, address, form, consent, by)))
                .as(transaction::transactional);
    }

    Mono<Sending> insert(Association association, String address, ShareForm form, String consent, SignedInPerson by) {
        UUID id = ids.next();
        String token = Tokens.random();
        return database.sql("""
                insert into capacity.share_grant
                  (id, association_id, audience, email, language, token_hash, consent, granted_by, granted_at, until_on)
                values (:id, :association, :audience, :email, :language, :hash, :consent, :by, :now, :until)
                """)
                .bind("id", id)
                .bind("association", association.id().value())
                .bind("audience", form.audience().name())
                .bind("email", address)
                .bind("language", by.language())
                .bind("hash", Tokens.sha256(token))
                .bind("consent", consent)
                .bind("by", by.id())
                .bind("now", clock.instant())
                .bind("until", form.lastDay())
                .then()
                .then(scope(id, form.rows(), by.id()))
                .then(audit.note(
                        "capacity.share-given", by.id(), association.id().value(), id))
                .then(mails.queue(id, association, address, form, token, by))
                .thenReturn(Sending.SENT);
    }

    /** Opens more or less from now on; what was open before stays on record. False when there is no such one. */
    Mono<Boolean> change(Grant grant, Set<Shared> rows, SignedInPerson by) {
        return (rows.equals(grant.chosen())
                        ? Mono.<Void>empty()
                        : scope(grant.id(), rows, by.id())
                                .then(audit.note(
                                        "capacity.share-changed",
                                        by.id(),
                                        grant.association().value(),
                                        grant.id())))
                .thenReturn(true)
                .as(transaction::transactional);
    }

    private Mono<Void> scope(UUID grant, Collection<Shared> rows, UUID by) {
        return database.sql("""
                insert into capacity.share_scope (id, grant_id, shown, set_by, set_at)
                values (:id, :grant, :shown, :by, :now)
                """)
                .bind("id", ids.next())
                .bind("grant", grant)
                .bind("shown", names(rows))
                .bind("by", by)
                .bind("now", clock.instant())
                .then();
    }

    /** From this moment on it opens nothing. */
    Mono<Void> revoke(Grant grant) {
        return database.sql("""
                update capacity.share_grant set revoked_at = :now where id = :id and revoked_at is null
                """)
                .bind("now", clock.instant())
                .bind("id", grant.id())
                .fetch()
                .rowsUpdated()
                .filter(done -> done == 1)
                .flatMap(done ->
                        audit.note("capacity.share-revoked", grant.association().value(), grant.id()))
                .as(transaction::transactional);
    }

    /** All of an association, the latest first, those that are over too. */
    Flux<Grant> of(AssociationId association) {
        return database.sql(SELECT + "where association_id = :association order by granted_at desc limit " + MOST)
                .bind("association", association.value())
                .map(Grants::grant)
                .all();
    }

    Mono<Grant> find(AssociationId association, UUID id) {
        return database.sql(SELECT + "where association_id = :association and share_grant.id = :id")
                .bind("association", association.value())
                .bind("id", id)
                .map(Grants::grant)
                .one();
    }

    /** What was opened over time, the latest first. */
    Flux<Scope> scopes(Grant grant) {
        return database.sql("""
                select shown, set_at from capacity.share_scope where grant_id = :grant order by set_at desc, id desc limit 50
                """)
                .bind("grant", grant.id())
                .map(row -> new Scope(row.get("set_at", Instant.class), rows(row)))
                .all();
    }

    /** By the key of the mailed link, whether it still holds or not. */
    public Mono<Grant> byToken(String token, Audience audience) {
        return database.sql(SELECT + "where token_hash = :hash and audience = :audience")
                .bind("hash", Tokens.sha256(token))
                .bind("audience", audience.name())
                .map(Grants::grant)
                .one();
    }

    /** Whether an adviser may still come by the link. */
    public boolean awaits(Grant grant, Association association) {
        return grant.acceptedAt() == null
                && grant.email() != null
                && grant.holds(clock, association.zone())
                && grant.at().plus(TO_ACCEPT).isAfter(clock.instant());
    }

    /**
     * The person of the address, whom the mail has proven, or who is signed in already, is the adviser from now on.
     *
     * @return who; empty when somebody was faster
     */
    public Mono<UUID> accept(Grant grant, @Nullable UUID signedIn, String language) {
        String email = grant.email();
        if (email == null) {
            return Mono.empty();
        }
        Mono<UUID> person = signedIn != null
                ? Mono.just(signedIn)
                : people.welcome(email, "", language).map(welcomed -> welcomed.id());
        return person.flatMap(id -> database.sql("""
                                update capacity.share_grant set person_id = :person, accepted_at = :now
                                where id = :id and accepted_at is null and revoked_at is null
                                """)
                        .bind("person", id)
                        .bind("now", clock.instant())
                        .bind("id", grant.id())
                        .fetch()
                        .rowsUpdated()
                        .filter(done -> done == 1)
                        .flatMap(done -> audit.note(
                                        "capacity.share-accepted",
                                        id,
                                        grant.association().value(),
                                        grant.id())
                                .thenReturn(id)))
                .as(transaction::transactional);
    }

    /** Whether the day's mails are used up. */
    Mono<Boolean> full(AssociationId association) {
        return database.sql("""
                select count(*)::bigint from capacity.share_grant
                where association_id = :association and granted_at > :dayAgo
                """)
                .bind("association", association.value())
                .bind("dayAgo", clock.instant().minus(Duration.ofDays(1)))
                .map(row -> row.get(0, Long.class) >= DAILY)
                .one();
    }

    static Grant grant(Readable row) {
        return new Grant(
                row.get("id", UUID.class),
                new AssociationId(row.get("association_id", UUID.class)),
                Audience.valueOf(row.get("audience", String.class)),
                row.get("email", String.class),
                rows(row),
                row.get("granted_at", Instant.class),
                row.get("until_on", LocalDate.class),
                row.get("person_id", UUID.class),
                row.get("accepted_at", Instant.class),
                row.get("revoked_at", Instant.class),
                row.get("openings", Integer.class),
                row.get("last_opened", LocalDate.class));
    }

    static String[] names(Collection<Shared> rows) {
        return rows.stream().sorted().map(Enum::name).toArray(String[]::new);
    }

    static Set<Shared> rows(Readable row) {
        Set<Shared> rows = EnumSet.noneOf(Shared.class);
        Arrays.stream(row.get("shown", String[].class)).map(Shared::valueOf).forEach(rows::add);
        return rows;
    }

    /** What was opened from a moment on. */
    record Scope(Instant at, Set<Shared> rows) {}

    /** What came of opening. */
    enum Sending {
        SENT,
        /** The same address has one that holds. */
        ALREADY_OPEN,
        /** The day's limit. */
        TOO_MANY;

        String key() {
            return "share.form." + name().toLowerCase(Locale.ROOT);
        }
    }
}
