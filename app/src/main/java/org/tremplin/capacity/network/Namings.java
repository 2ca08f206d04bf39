package org.tremplin.capacity.network;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
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
import reactor.core.publisher.Mono;

/** Asks partners by a mailed link whether they may be named, and keeps what they say, which the same link changes. */
@Component
class Namings {

    /** A no is not asked about again before; the partner may change its mind by its link on any day. */
    static final Duration AFTER_NO = Duration.ofDays(30);

    private static final String SELECT = """
            select naming.id, naming.association_id, naming.name, partner.name as present, naming.email, naming.asked_at,
              naming.answer, naming.answered_at, naming.replaced_at is null and partner.removed_at is null as open
            from capacity.partner_naming naming join capacity.partner on partner.id = naming.partner_id
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final NamingMarks marks;
    private final NamingsRefused refused;
    private final NamingMails mails;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    Namings(
            DatabaseClient database,
            TransactionalOperator transaction,
            NamingMarks marks,
            NamingsRefused refused,
            NamingMails mails,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.marks = marks;
        this.refused = refused;
        this.mails = mails;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** The latest of a partner; empty when it was never asked. */
    Mono<Naming> of(AssociationId association, UUID partner) {
        return database.sql(SELECT + """
                where naming.association_id = :association and naming.partner_id = :partner and naming.replaced_at is null
                """)
                .bind("association", association.value())
                .bind("partner", partner)
                .map(Namings::naming)
                .one();
    }

    /** By the key of the mailed link, whether it is still open or not. */
    Mono<Naming> byToken(String token) {
        return database.sql(SELECT + "where naming.token_hash = :hash")
                .bind("hash", Tokens.sha256(token))
                .map(Namings::naming)
                .one();
    }

    /** Mails a link, which replaces the one before with what was said there. Empty when there is no such partner. */
    Mono<Asking> ask(Association association, UUID partner, String email, SignedInPerson by) {
        String address = People.normal(email);
        return oneByOne()
                .then(marks.refused(association.id(), partner, address, clock.instant()))
                .switchIfEmpty(Mono.defer(() -> write(association, partner, address, by)))
                .as(transaction::transactional);
    }

    private Mono<Asking> write(Association association, UUID partner, String address, SignedInPerson by) {
        UUID id = ids.next();
        String token = Tokens.random();
        return database.sql("""
                update capacity.partner_naming naming set replaced_at = :now, email = null from capacity.partner
                where naming.association_id = :association and partner_id = :partner and replaced_at is null
                  and partner.id = partner_id and partner.removed_at is null
                """)
                .bind("now", clock.instant())
                .bind("association", association.id().value())
                .bind("partner", partner)
                .then()
                .then(database.sql("""
                                insert into capacity.partner_naming
                                  (id, association_id, partner_id, name, email, token_hash, asked_at)
                                select :id, association_id, id, name, :email, :hash, :now from capacity.partner
                                where association_id = :association and id = :partner and removed_at is null
                                """)
                        .bind("id", id)
                        .bind("email", address)
                        .bind("hash", Tokens.sha256(token))
                        .bind("now", clock.instant())
                        .bind("association", association.id().value())
                        .bind("partner", partner)
                        .fetch()
                        .rowsUpdated())
                .filter(written -> written == 1)
                .flatMap(written -> audit.note(
                                "capacity.naming-asked",
                                by.id(),
                                association.id().value(),
                                id)
                        .then(marks.sent(id, association.id(), address, clock.instant()))
                        .then(mails.queue(id, association, address, token, clock.instant(), by))
                        .thenReturn(Asking.SENT));
    }

    /** A second press of the same button changes nothing, not even the date. */
    Mono<Void> answer(Naming naming, boolean yes) {
        Instant now = clock.instant();
        return oneByOne()
                .then(database.sql("""
                update capacity.partner_naming naming set email = null, answered_at = :now,
                  answer = case when :yes then 'YES' when answer is null then 'NO' else 'TAKEN_BACK' end
                from capacity.partner
                where naming.id = :id and replaced_at is null and (answer = 'YES') is distinct from :yes
                  and partner.id = naming.partner_id and partner.removed_at is null
                """)
                        .bind("now", now)
                        .bind("yes", yes)
                        .bind("id", naming.id())
                        .fetch()
                        .rowsUpdated())
                .filter(changed -> changed == 1)
                .flatMap(changed -> marks.answered(naming.id(), yes, now)
                        .then(yes ? Mono.empty() : refused.note(naming.id(), now))
                        .then(audit.note(
                                yes ? "capacity.naming-agreed" : "capacity.naming-refused",
                                naming.association().value(),
                                naming.id())))
                .as(transaction::transactional);
    }

    /** Until the end of the transaction: a no that comes while the question leaves again is not passed over. */
    private Mono<Void> oneByOne() {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('naming', 0))")
                .then();
    }

    private static Naming naming(Readable row) {
        String answer = row.get("answer", String.class);
        return new Naming(
                row.get("id", UUID.class),
                new AssociationId(row.get("association_id", UUID.class)),
                row.get("name", String.class),
                row.get("present", String.class),
                is(row, "open"),
                row.get("email", String.class),
                row.get("asked_at", Instant.class),
                answer == null ? null : Naming.Said.valueOf(answer),
                row.get("answered_at", Instant.class));
    }

    private static boolean is(Readable row, String column) {
        return Boolean.TRUE.equals(row.get(column, Boolean.class));
    }

    /** What came of asking. */
    enum Asking {
        SENT,
        /** The day's limit of the association. */
        TOO_MANY,
        /** The day's limit of the address. */
        FLOODED,
        /** It said no a short while ago. */
        SAID_NO,
        /** Who reads that address did, when it stood for a partner that was removed, or for another one. */
        ADDRESS_NO;

        /** Where its sentence stands: after a no there is no field to fill in. */
        String field() {
            return this == SAID_NO ? "cite" : "email";
        }

        String key() {
            return "partners.naming." + name().toLowerCase(Locale.ROOT);
        }
    }
}
