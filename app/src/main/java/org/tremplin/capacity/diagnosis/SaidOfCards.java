package org.tremplin.capacity.diagnosis;

import java.time.Clock;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import reactor.core.publisher.Mono;

/** What an association said of each piece of advice; nobody proposes it again until it is taken back. */
@Component
public class SaidOfCards {

    enum Said {
        DONE,
        REFUSED
    }

    private final DatabaseClient database;
    private final Clock clock;

    SaidOfCards(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** By id of the card. */
    Mono<Map<String, Said>> of(AssociationId association) {
        return database.sql("select card, said from capacity.said_of_card where association_id = :association")
                .bind("association", association.value())
                .map(row -> Map.entry(
                        String.valueOf(row.get("card", String.class)),
                        Said.valueOf(String.valueOf(row.get("said", String.class)))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    public Mono<Void> done(AssociationId association, String card) {
        return say(association, card, Said.DONE);
    }

    Mono<Void> say(AssociationId association, String card, Said said) {
        return database.sql("""
                insert into capacity.said_of_card (association_id, card, said, said_at)
                values (:association, :card, :said, :now)
                on conflict (association_id, card) do update set said = excluded.said, said_at = excluded.said_at
                """)
                .bind("association", association.value())
                .bind("card", card)
                .bind("said", said.name())
                .bind("now", clock.instant())
                .then();
    }

    public Mono<Void> takeBack(AssociationId association, String card) {
        return database.sql("delete from capacity.said_of_card where association_id = :association and card = :card")
                .bind("association", association.value())
                .bind("card", card)
                .then();
    }
}
