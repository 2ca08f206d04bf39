package org.tremplin.association.member;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Membership;
import org.tremplin.association.Memberships;
import org.tremplin.association.Role;
import org.tremplin.platform.security.RoleLookup;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers who may act, each time anew: a role ends at the end of its last day without anybody doing anything. */
@Component
class CurrentMemberships implements Memberships, RoleLookup {

    private static final String SELECT = """
            select a.id, a.slug, a.name, a.city, a.zone, m.person_id, m.role, m.until
            from association.member m
            join association.association a on a.id = m.association_id
            where m.ended_at is null
            """;

    private final DatabaseClient database;
    private final Clock clock;

    CurrentMemberships(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Flux<Membership> of(UUID person) {
        return database.sql(SELECT + """
                and m.person_id = :person order by a.name collate "fr-x-icu", a.id
                """)
                .bind("person", person)
                .map(CurrentMemberships::held)
                .all()
                .filter(this::inForce)
                .map(Held::membership);
    }

    @Override
    public Mono<Membership> of(UUID person, String slug) {
        return database.sql(SELECT + "and m.person_id = :person and a.slug = :slug")
                .bind("person", person)
                .bind("slug", slug)
                .map(CurrentMemberships::held)
                .one()
                .filter(this::inForce)
                .map(Held::membership);
    }

    @Override
    public Flux<UUID> persons(AssociationId association, Role role) {
        return database.sql(SELECT + "and m.association_id = :association and m.role = :role")
                .bind("association", association.value())
                .bind("role", role.name())
                .map(CurrentMemberships::held)
                .all()
                .filter(this::inForce)
                .map(Held::person);
    }

    @Override
    public Mono<UUID> member(AssociationId association, UUID person) {
        return database.sql("select id from association.member"
                        + " where ended_at is null and association_id = :association and person_id = :person")
                .bind("association", association.value())
                .bind("person", person)
                .map(row -> row.get("id", UUID.class))
                .one();
    }

    @Override
    public Mono<String> roleOf(UUID person, String body) {
        return of(person, body).map(membership -> membership.role().name());
    }

    private boolean inForce(Held held) {
        return !held.until.isBefore(LocalDate.ofInstant(clock.instant(), held.zone));
    }

    private static Held held(Readable row) {
        LocalDate until = row.get("until", LocalDate.class);
        return new Held(
                new Membership(
                        new AssociationId(row.get("id", UUID.class)),
                        row.get("slug", String.class),
                        row.get("name", String.class),
                        row.get("city", String.class),
                        Role.valueOf(row.get("role", String.class))),
                row.get("person_id", UUID.class),
                until == null ? LocalDate.MAX : until,
                ZoneId.of(row.get("zone", String.class)));
    }

    private record Held(Membership membership, UUID person, LocalDate until, ZoneId zone) {}
}
