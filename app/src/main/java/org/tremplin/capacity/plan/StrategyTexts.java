package org.tremplin.capacity.plan;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import reactor.core.publisher.Mono;

/** What an association wrote itself on its strategy page; a text put aside is kept, so that it can come back. */
@Component
class StrategyTexts {

    static final int LONGEST = 600;
    /** The page is one page. */
    static final int MOST_LINES = 6;

    private final DatabaseClient database;
    private final Clock clock;

    StrategyTexts(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<Map<StrategyPart, Written>> of(AssociationId association) {
        return database.sql("""
                select part, body, written_at, shown, version from capacity.strategy_text where association_id = :association
                """)
                .bind("association", association.value())
                .map(row -> Map.entry(
                        StrategyPart.valueOf(String.valueOf(row.get("part", String.class))),
                        new Written(
                                String.valueOf(row.get("body", String.class)),
                                Objects.requireNonNull(row.get("written_at", Instant.class)),
                                Boolean.TRUE.equals(row.get("shown", Boolean.class)),
                                Objects.requireNonNull(row.get("version", Integer.class)))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /**
     * @param version that the text was written for; 0 where there was none
     * @return whether it is still the one in place
     */
    Mono<Boolean> write(AssociationId association, StrategyPart part, String body, int version) {
        return database.sql("""
                insert into capacity.strategy_text as text (association_id, part, body, written_at, shown)
                values (:association, :part, :body, :now, true)
                on conflict (association_id, part)
                do update set body = excluded.body, written_at = excluded.written_at, shown = true,
                  version = text.version + 1 where text.version = :version
                """)
                .bind("version", version)
                .bind("association", association.value())
                .bind("part", part.name())
                .bind("body", body)
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** @param shown false puts it aside: what the diagnosis gives shows again */
    Mono<Void> show(AssociationId association, StrategyPart part, boolean shown) {
        return database.sql("""
                update capacity.strategy_text set shown = :shown where association_id = :association and part = :part
                """)
                .bind("shown", shown)
                .bind("association", association.value())
                .bind("part", part.name())
                .then();
    }

    /** @param shown whether it stands on the page, or was put aside; @param version counted from 1 */
    record Written(String body, Instant at, boolean shown, int version) {}
}
