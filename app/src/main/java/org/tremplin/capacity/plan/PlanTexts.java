package org.tremplin.capacity.plan;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.capacity.network.Nameless;
import org.tremplin.capacity.network.TextsNamingPartners;
import reactor.core.publisher.Mono;

/** What an association wrote in its plan and its strategy, where partners may be named. */
@Component
class PlanTexts implements TextsNamingPartners {

    private static final int LONGEST_REASON = 300;

    private final DatabaseClient database;

    PlanTexts(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> reword(AssociationId association, Nameless nameless) {
        return actions(association, nameless).then(strategy(association, nameless));
    }

    private Mono<Void> actions(AssociationId association, Nameless nameless) {
        return database.sql("""
                select id, what, reason from capacity.plan_action where association_id = :association
                order by id for update
                """)
                .bind("association", association.value())
                .map(row -> new Text(row.get("id"), row.get("what", String.class), row.get("reason", String.class)))
                .all()
                .collectList()
                .flatMapIterable(all -> all)
                .concatMap(text -> {
                    Text named = text.without(nameless);
                    return named.equals(text)
                            ? Mono.empty()
                            : database.sql("""
                                            update capacity.plan_action
                                            set what = :what, reason = :reason, version = version + 1 where id = :id
                                            """)
                                    .bind("what", named.what())
                                    .bind("reason", named.reason())
                                    .bind("id", text.id())
                                    .then();
                })
                .then();
    }

    private Mono<Void> strategy(AssociationId association, Nameless nameless) {
        return database.sql("""
                select part, body from capacity.strategy_text where association_id = :association
                order by part for update
                """)
                .bind("association", association.value())
                .map(row -> new Text(row.get("part"), row.get("body", String.class), ""))
                .all()
                .collectList()
                .flatMapIterable(all -> all)
                .concatMap(text -> {
                    String body = nameless.of(text.what(), StrategyTexts.LONGEST);
                    return body.equals(text.what())
                            ? Mono.empty()
                            : database.sql("""
                                            update capacity.strategy_text set body = :body, version = version + 1
                                            where association_id = :association and part = :part
                                            """)
                                    .bind("body", body)
                                    .bind("association", association.value())
                                    .bind("part", text.id())
                                    .then();
                })
                .then();
    }

    private record Text(Object id, String what, String reason) {

        Text without(Nameless nameless) {
            return new Text(id, nameless.of(what, ActionForm.LONGEST), nameless.of(reason, LONGEST_REASON));
        }
    }
}
