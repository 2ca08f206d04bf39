package org.tremplin.capacity.network;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import reactor.core.publisher.Mono;

/** What is noted of a partnership may name another partner: who could bring the same. */
@Component
class WeighedTexts implements TextsNamingPartners {

    private static final int LONGEST = 500;
    private static final int LONGEST_SUBSTITUTE = 300;

    private final DatabaseClient database;

    WeighedTexts(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> reword(AssociationId association, Nameless nameless) {
        return database.sql("""
                select id, gain, cost, substitute from capacity.partner where association_id = :association
                order by id for update
                """)
                .bind("association", association.value())
                .map(row -> new Noted(
                        row.get("id"),
                        row.get("gain", String.class),
                        row.get("cost", String.class),
                        row.get("substitute", String.class)))
                .all()
                .collectList()
                .flatMapIterable(all -> all)
                .concatMap(noted -> {
                    Noted without = noted.without(nameless);
                    return without.equals(noted) ? Mono.empty() : write(without);
                })
                .then();
    }

    private Mono<Void> write(Noted noted) {
        return database.sql("""
                update capacity.partner set gain = :gain, cost = :cost, substitute = :substitute,
                  weighed_version = weighed_version + 1
                where id = :id
                """)
                .bind("gain", noted.gain())
                .bind("cost", noted.cost())
                .bind("substitute", noted.substitute())
                .bind("id", noted.id())
                .then();
    }

    private record Noted(Object id, String gain, String cost, String substitute) {

        Noted without(Nameless nameless) {
            return new Noted(
                    id,
                    nameless.of(gain, LONGEST),
                    nameless.of(cost, LONGEST),
                    nameless.of(substitute, LONGEST_SUBSTITUTE));
        }
    }
}
