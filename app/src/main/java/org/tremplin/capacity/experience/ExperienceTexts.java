package org.tremplin.capacity.experience;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.capacity.network.Nameless;
import org.tremplin.capacity.network.TextsNamingPartners;
import reactor.core.publisher.Mono;

/** Drafts and what waits to be read may name a partner; what is public was read, and names nobody. */
@Component
class ExperienceTexts implements TextsNamingPartners {

    private final DatabaseClient database;

    ExperienceTexts(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> reword(AssociationId association, Nameless nameless) {
        return database.sql("select " + Experience.COLUMNS + """
                from capacity.experience where association_id = :association and state <> 'PUBLISHED'
                order by id for update
                """)
                .bind("association", association.value())
                .map(Experience::of)
                .all()
                .collectList()
                .flatMapIterable(all -> all)
                .concatMap(one -> {
                    Told without = one.told().without(nameless);
                    return without.equals(one.told()) ? Mono.empty() : write(one, without);
                })
                .then();
    }

    private Mono<Void> write(Experience one, Told told) {
        return database.sql("""
                update capacity.experience set helped = :helped, otherwise = :otherwise, advice = :advice,
                  fingerprint = :fingerprint, search = :search, version = version + 1 where id = :id
                """)
                .bind("helped", told.helped())
                .bind("otherwise", told.otherwise())
                .bind("advice", told.advice())
                .bind("fingerprint", told.fingerprint())
                .bind("search", told.search())
                .bind("id", one.id())
                .then();
    }
}
