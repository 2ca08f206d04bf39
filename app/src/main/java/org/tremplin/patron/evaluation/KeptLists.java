package org.tremplin.patron.evaluation;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.platform.persistence.Ids;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Searches and comparisons an organisation gave a name: all of them stands in their address. */
@Component
class KeptLists {

    /** Of one organisation; more are not kept. */
    static final int MOST = 50;

    static final int LONGEST = 80;
    private static final int LONGEST_QUERY = 2_000;

    /** An encoded query, as addresses carry it. */
    private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9%&=_.~+,*-]{1," + LONGEST_QUERY + "}");

    private final DatabaseClient database;
    private final Ids ids;
    private final Clock clock;

    KeptLists(DatabaseClient database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    static boolean plausible(String query) {
        return QUERY.matcher(query).matches();
    }

    /** False when there are as many as may be. */
    Mono<Boolean> keep(UUID company, Kind kind, String name, String query) {
        return database.sql("""
                insert into patron.kept_list (id, company_id, kind, name, query, kept_at)
                select :id, :company, :kind, :name, :query, :now
                where (select count(*) from patron.kept_list where company_id = :company) < :most
                """)
                .bind("id", ids.next())
                .bind("company", company)
                .bind("kind", kind.name())
                .bind("name", name)
                .bind("query", query)
                .bind("now", clock.instant())
                .bind("most", MOST)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> drop(UUID company, UUID id) {
        return database.sql("delete from patron.kept_list where id = :id and company_id = :company")
                .bind("id", id)
                .bind("company", company)
                .then();
    }

    /** The latest first. */
    Flux<KeptList> of(UUID company) {
        return database.sql("""
                select id, kind, name, query, kept_at from patron.kept_list
                where company_id = :company order by kept_at desc, id limit :most
                """)
                .bind("company", company)
                .bind("most", MOST)
                .map(row -> new KeptList(
                        row.get("id", UUID.class),
                        Kind.valueOf(row.get("kind", String.class)),
                        row.get("name", String.class),
                        row.get("query", String.class),
                        row.get("kept_at", Instant.class)))
                .all();
    }

    enum Kind {
        SEARCH("/mecenes"),
        COMPARISON("/mecenes/comparer");

        private final String page;

        Kind(String page) {
            this.page = page;
        }
    }

    /** @param query of its address, encoded, without the question mark */
    record KeptList(UUID id, Kind kind, String name, String query, Instant at) {

        public String address() {
            return kind.page + "?" + query;
        }
    }
}
