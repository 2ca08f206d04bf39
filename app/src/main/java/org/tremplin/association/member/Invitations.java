package org.tremplin.association.member;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Role;
import org.tremplin.identity.People;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.security.SignedInPerson;
import org.tremplin.platform.security.Tokens;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Invitations by mail: single use, hashed at rest, 14 days. */
@Component
class Invitations {

    static final Duration LIFE = Duration.ofDays(14);

    /** Mails an association may cause in one day: a team, not a mailing. */
    private static final int DAILY = 20;

    private static final String SELECT = """
            select id, association_id, email, role, until, created_at, expires_at, accepted_by
            from association.invitation
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final InvitationMail mail;
    private final Members members;
    private final People people;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    Invitations(
            DatabaseClient database,
            TransactionalOperator transaction,
            InvitationMail mail,
            Members members,
            People people,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.mail = mail;
        this.members = members;
        this.people = people;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Sends one; an open one to the same address is replaced. */
    Mono<Sending> send(Association association, String email, Role role, @Nullable LocalDate until, SignedInPerson by) {
        String address = People.normal(email);
        Mono<Sending> send = revokeTo(association.id(), address)
                .then(Mono.defer(() -> insert(association, address, role, until, by)))
                .thenReturn(Sending.SENT);
        return alreadyIn(association.id(), address)
                .filter(in -> in)
                .map(in -> Sending.ALREADY_IN)
                .switchIfEmpty(sentToday(association.id())
                        .filter(sent -> sent >= DAILY)
                        .map(sent -> Sending.TOO_MANY))
                .switchIfEmpty(send)
                .as(transaction::transactional);
    }

    Flux<Invitation> open(Association association) {
        Instant now = clock.instant();
        LocalDate today = association.day(now);
        return database.sql(SELECT + "where association_id = :association and email is not null order by created_at")
                .bind("association", association.id().value())
                .map(Invitations::invitation)
                .all()
                .filter(invitation -> invitation.open(now, today));
    }

    Mono<Invitation> find(String token) {
        return database.sql(SELECT + "where token_hash = :hash")
                .bind("hash", Tokens.sha256(token))
                .map(Invitations::invitation)
                .one();
    }

    /** Takes an invitation back; one that is used or taken back stays as it is. False when there is no such one. */
    Mono<Boolean> revoke(AssociationId association, UUID invitation) {
        return database.sql("""
                update association.invitation
                set revoked_at = case when email is null then revoked_at else :now end, email = null
                where association_id = :association and id = :id
                """)
                .bind("now", clock.instant())
                .bind("association", association.value())
                .bind("id", invitation)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1)
                .flatMap(known -> (known
                                ? audit.note("member.invitation-revoked", association.value(), invitation)
                                : Mono.<Void>empty())
                        .thenReturn(known))
                .as(transaction::transactional);
    }

    /**
     * Uses an open invitation: the person of its address, whom the mail has proven, or who is signed in already.
     *
     * @return the person who is a member now; empty when somebody was faster
     */
    Mono<UUID> accept(Invitation invitation, @Nullable UUID signedIn, String language) {
        String email = invitation.email();
        if (email == null) {
            return Mono.empty();
        }
        Mono<UUID> person = signedIn != null
                ? Mono.just(signedIn)
                : people.welcome(email, "", language).map(welcomed -> welcomed.id());
        return person.flatMap(id -> use(invitation.id(), id)
                        .filter(used -> used == 1)
                        .flatMap(used -> members.enter(
                                        invitation.association(), id, invitation.role(), invitation.until())
                                .then(audit.note(
                                        "member.entered",
                                        id,
                                        invitation.association().value(),
                                        id))
                                .thenReturn(id)))
                .as(transaction::transactional);
    }

    private Mono<Long> use(UUID invitation, UUID person) {
        return database.sql("""
                update association.invitation set accepted_at = :now, accepted_by = :person, email = null
                where id = :id and email is not null
                """)
                .bind("now", clock.instant())
                .bind("person", person)
                .bind("id", invitation)
                .fetch()
                .rowsUpdated();
    }

    private Mono<Long> revokeTo(AssociationId association, String email) {
        return database.sql("""
                update association.invitation set revoked_at = :now, email = null
                where association_id = :association and email = :email
                """)
                .bind("now", clock.instant())
                .bind("association", association.value())
                .bind("email", email)
                .fetch()
                .rowsUpdated();
    }

    private Mono<Void> insert(
            Association association, String email, Role role, @Nullable LocalDate until, SignedInPerson by) {
        UUID id = ids.next();
        String token = Tokens.random();
        Instant now = clock.instant();
        Instant expires = now.plus(LIFE);
        var insert = database.sql("""
                insert into association.invitation
                  (id, association_id, token_hash, email, role, until, invited_by, created_at, expires_at)
                values (:id, :association, :hash, :email, :role, :until, :by, :now, :expires)
                """)
                .bind("id", id)
                .bind("association", association.id().value())
                .bind("hash", Tokens.sha256(token))
                .bind("email", email)
                .bind("role", role.name())
                .bind("by", by.id())
                .bind("now", now)
                .bind("expires", expires);
        return (until == null ? insert.bindNull("until", LocalDate.class) : insert.bind("until", until))
                .then()
                .then(audit.note("member.invited", by.id(), association.id().value(), id))
                .then(mail.queue(id, email, token, association.name(), role, until, expires, by));
    }

    private Mono<Boolean> alreadyIn(AssociationId association, String email) {
        return people.findByEmail(email)
                .flatMap(person -> members.of(association)
                        .any(member -> member.person().equals(person.id()) && !pastLastDay(member)))
                .defaultIfEmpty(false);
    }

    private boolean pastLastDay(Members.Member member) {
        LocalDate until = member.until();
        // a day early or late changes nothing here: entering again decides in the association's zone
        return until != null && until.isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private Mono<Long> sentToday(AssociationId association) {
        return database.sql("""
                select count(*)::bigint from association.invitation
                where association_id = :association and created_at > :dayAgo
                """)
                .bind("association", association.value())
                .bind("dayAgo", clock.instant().minus(Duration.ofDays(1)))
                .map(row -> row.get(0, Long.class))
                .one();
    }

    private static Invitation invitation(Readable row) {
        return new Invitation(
                row.get("id", UUID.class),
                new AssociationId(row.get("association_id", UUID.class)),
                row.get("email", String.class),
                Role.valueOf(row.get("role", String.class)),
                row.get("until", LocalDate.class),
                row.get("created_at", Instant.class),
                row.get("expires_at", Instant.class),
                row.get("accepted_by", UUID.class));
    }

    /** What came of sending. */
    enum Sending {
        SENT,
        /** The address is a member's. */
        ALREADY_IN,
        /** The day's limit. */
        TOO_MANY
    }
}
