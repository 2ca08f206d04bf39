package org.tremplin.platform.privacy;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The list of erasures in the data. */
@Component
class ErasureRows {

    /** One page of either list. */
    static final int PAGE = 5_000;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final DatabaseClient database;

    ErasureRows(DatabaseClient database) {
        this.database = database;
    }

    /** In pages, in the order of their ids. */
    Flux<List<Erasure>> since(Instant since) {
        return page(since, BEFORE_ALL)
                .expand(page -> page.size() < PAGE
                        ? Mono.empty()
                        : page(since, page.get(PAGE - 1).id()));
    }

    private Mono<List<Erasure>> page(Instant since, UUID after) {
        return database.sql("""
                select id, at, kind, subject from platform.erasure
                where at >= :since and id > :after order by id limit :most
                """)
                .bind("since", since)
                .bind("after", after)
                .bind("most", PAGE)
                .map(ErasureRows::erasure)
                .all()
                .collectList();
    }

    /** Those of them that are here. */
    Mono<Set<UUID>> known(Collection<UUID> some) {
        return database.sql("select id from platform.erasure where id = any(:ids)")
                .bind("ids", some.toArray(UUID[]::new))
                .map(row -> row.get("id", UUID.class))
                .all()
                .collect(Collectors.toSet());
    }

    Mono<Void> store(List<Erasure> erasures) {
        return database.sql("""
                insert into platform.erasure (id, at, kind, subject)
                select * from unnest(:ids, :at, :kinds, :subjects) on conflict do nothing
                """)
                .bind("ids", erasures.stream().map(Erasure::id).toArray(UUID[]::new))
                .bind("at", erasures.stream().map(Erasure::at).toArray(Instant[]::new))
                .bind("kinds", erasures.stream().map(Erasure::kind).toArray(String[]::new))
                .bind("subjects", erasures.stream().map(Erasure::subject).toArray(String[]::new))
                .then();
    }

    private static Erasure erasure(Readable row) {
        return new Erasure(
                row.get("id", UUID.class),
                row.get("at", Instant.class),
                row.get("kind", String.class),
                row.get("subject", String.class));
    }
}
