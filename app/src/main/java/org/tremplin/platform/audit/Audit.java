package org.tremplin.platform.audit;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.stereotype.Component;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.security.SignedInPerson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Notes who did what: inside the caller's transaction where there is one, so that an act and its line stand or fall
 * together. Ids and codes only, never a name, an address or a text; the database refuses to change or delete a line.
 */
@Component
public class Audit {

    /** Newest possible id: where a first page starts. */
    public static final UUID FROM_THE_TOP = new UUID(-1, -1);

    private static final String SELECT =
            "select id, at, person_id, act, association_id, object from platform.audit where id < :before ";

    private final DatabaseClient database;
    private final Ids ids;
    private final Clock clock;

    Audit(DatabaseClient database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Notes an act of who is signed in; of the application itself when nobody is.
     *
     * @param act stable code, {@code donation.refund-asked}
     * @param object its id
     */
    public Mono<Void> note(String act, @Nullable UUID association, Object object) {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(context -> context.getAuthentication())
                .ofType(SignedInPerson.class)
                .map(person -> Optional.of(person.id()))
                .defaultIfEmpty(Optional.empty())
                .flatMap(who -> write(who.orElse(null), act, association, object));
    }

    /** The same for a person whom the session does not know yet. */
    public Mono<Void> note(String act, UUID who, @Nullable UUID association, Object object) {
        return write(who, act, association, object);
    }

    /** The same for an act that a second click repeats without doing more: the same object is noted once. */
    public Mono<Void> noteOnce(String act, @Nullable UUID who, UUID association, Object object) {
        return database.sql("""
                select exists (
                  select from platform.audit
                  where association_id = :association and act = :act and object = :object)
                """)
                .bind("association", association)
                .bind("act", act)
                .bind("object", object.toString())
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one()
                .flatMap(known -> known ? Mono.<Void>empty() : write(who, act, association, object));
    }

    /** Acts before this one, the newest first. */
    public Flux<Act> before(UUID id, int most) {
        return database.sql(SELECT + "order by id desc limit :most")
                .bind("before", id)
                .bind("most", most)
                .map(Audit::act)
                .all();
    }

    /** Those of one association. */
    public Flux<Act> before(UUID id, int most, UUID association) {
        return database.sql(SELECT + "and association_id = :association order by id desc limit :most")
                .bind("before", id)
                .bind("most", most)
                .bind("association", association)
                .map(Audit::act)
                .all();
    }

    private Mono<Void> write(@Nullable UUID who, String act, @Nullable UUID association, Object object) {
        var insert = database.sql("""
                insert into platform.audit (id, at, person_id, act, association_id, object)
                values (:id, :at, :who, :act, :association, :object)
                """)
                .bind("id", ids.next())
                .bind("at", clock.instant())
                .bind("act", act)
                .bind("object", object.toString());
        insert = who == null ? insert.bindNull("who", UUID.class) : insert.bind("who", who);
        insert = association == null
                ? insert.bindNull("association", UUID.class)
                : insert.bind("association", association);
        return insert.then();
    }

    private static Act act(Readable row) {
        return new Act(
                row.get("id", UUID.class),
                row.get("at", Instant.class),
                row.get("person_id", UUID.class),
                row.get("act", String.class),
                row.get("association_id", UUID.class),
                row.get("object", String.class));
    }

    /**
     * One line of the log.
     *
     * @param person none for the application itself
     * @param association none for acts that concern the instance
     */
    public record Act(
            UUID id,
            Instant at,
            @Nullable UUID person,
            String act,
            @Nullable UUID association,
            String object) {}
}
