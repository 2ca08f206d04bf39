package org.tremplin.transparency.use;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.donation.LineCommitments;
import reactor.core.publisher.Mono;

/** What quotes and orders hold back on a line. */
@Component
class PromisedOnLines implements LineCommitments {

    private final DatabaseClient database;

    PromisedOnLines(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Long> of(UUID campaign, UUID line) {
        return database.sql(OpenCommitments.SQL + """
                select coalesce(sum(cents), 0)::bigint as cents from open where budget_line = :line and gifts
                """)
                .bind("campaigns", new UUID[] {campaign})
                .bind("line", line)
                .map(row -> row.get("cents", Long.class))
                .one();
    }
}
