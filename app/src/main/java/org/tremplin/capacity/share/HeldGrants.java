package org.tremplin.capacity.share;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What holds at this moment for whoever comes to read. */
@Component
public class HeldGrants {

    private final DatabaseClient database;
    private final Grants grants;
    private final Associations associations;
    private final Clock clock;

    HeldGrants(DatabaseClient database, Grants grants, Associations associations, Clock clock) {
        this.database = database;
        this.grants = grants;
        this.associations = associations;
        this.clock = clock;
    }

    /** What holds for an adviser today, each with its association, by name. */
    public Flux<Held> ofAdviser(UUID person) {
        return database.sql(Grants.SELECT + """
                where person_id = :person and audience = 'ADVISER' and revoked_at is null and until_on >= :yesterday
                order by until_on desc limit 200
                """)
                .bind("person", person)
                // no zone is more than a day behind
                .bind(
                        "yesterday",
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1))
                .map(Grants::grant)
                .all()
                .collectList()
                .flatMapMany(this::held)
                .distinct(held -> held.association().id())
                .sort((one, other) ->
                        one.association().name().compareTo(other.association().name()));
    }

    /** Those that hold, in the same order. */
    private Flux<Held> held(List<Grant> given) {
        return associations
                .findAll(given.stream().map(Grant::association).distinct().toList())
                .collectMap(Association::id)
                .flatMapIterable(known -> given.stream()
                        .flatMap(grant -> Optional.ofNullable(known.get(grant.association())).stream()
                                .map(association -> new Held(grant, association)))
                        .filter(this::holds)
                        .toList());
    }

    private boolean holds(Held held) {
        return held.grant().holds(clock, held.association().zone());
    }

    /** What holds for an adviser at this association; empty for everybody else, and from the moment it is over. */
    public Mono<Held> ofAdviser(UUID person, String slug) {
        return associations
                .findBySlug(slug)
                .flatMap(association -> database.sql(Grants.SELECT + """
                where association_id = :association and person_id = :person and audience = 'ADVISER'
                  and revoked_at is null
                order by until_on desc limit 1
                """)
                        .bind("association", association.id().value())
                        .bind("person", person)
                        .map(row -> new Held(Grants.grant(row), association))
                        .one()
                        .filter(this::holds));
    }

    /** What holds for whoever has this private link. */
    public Mono<Held> ofPatron(String token) {
        return grants.byToken(token, Audience.PATRON)
                .flatMap(grant -> associations
                        .find(grant.association())
                        .map(association -> new Held(grant, association))
                        .filter(this::holds));
    }

    /** Whether such a link was ever given to a patron. */
    public Mono<Boolean> given(String token) {
        return grants.byToken(token, Audience.PATRON).hasElement();
    }

    /** Counts that its page was looked at; a day and a number, not who. */
    public Mono<Void> opened(Held held) {
        return database.sql("""
                insert into capacity.share_opening (grant_id, day, openings) values (:grant, :day, 1)
                on conflict (grant_id, day) do update set openings = least(share_opening.openings + 1, 1000000)
                """)
                .bind("grant", held.grant().id())
                .bind(
                        "day",
                        LocalDate.ofInstant(clock.instant(), held.association().zone()))
                .then();
    }
}
