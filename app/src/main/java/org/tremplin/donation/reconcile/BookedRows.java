package org.tremplin.donation.reconcile;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What this module did already. */
@Component
class BookedRows {

    private final DatabaseClient database;

    BookedRows(DatabaseClient database) {
        this.database = database;
    }

    /** Of these payments, those that settled a gift. */
    Mono<Set<UUID>> settledBy(Collection<UUID> payments) {
        return ids(
                database.sql("select settled_by as id from donation.donation where settled_by = any(:ids)"), payments);
    }

    /** Of these refunds and disputes, those of which this is in the books. */
    Mono<Set<UUID>> movements(String purpose, Collection<UUID> sources) {
        return ids(database.sql("""
                        select source as id from donation.booked_movement
                        where source = any(:ids) and purpose = :purpose
                        """).bind("purpose", purpose), sources);
    }

    private static Mono<Set<UUID>> ids(DatabaseClient.GenericExecuteSpec query, Collection<UUID> of) {
        return query.bind("ids", of.toArray(UUID[]::new))
                .map(row -> row.get("id", UUID.class))
                .all()
                .collect(Collectors.toSet());
    }
}
