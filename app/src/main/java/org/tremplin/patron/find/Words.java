package org.tremplin.patron.find;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which public campaigns these words stand in, or in the name of their association. */
@Component
class Words {

    private final DatabaseClient database;

    Words(DatabaseClient database) {
        this.database = database;
    }

    /**
     * One query, whatever is found. Its plan is made without knowing the words: for words that stand everywhere it would
     * read every text instead of the index, at ten times the cost (PostgreSQL does not count what unpacking a text costs).
     */
    Mono<Set<UUID>> find(String words) {
        return database.sql("""
                with asked as materialized (select websearch_to_tsquery('public.fr_plain', :words) as words)
                select coalesce(array_agg(id), '{}') as ids from (
                  select project.id from campaign.public_campaign project
                  where project.search @@ (select words from asked)
                  union all
                  select project.id from association.public_association owner
                  join campaign.public_campaign project on project.association_id = owner.id
                  where to_tsvector('public.fr_plain', owner.name || ' ' || owner.city) @@ (select words from asked)) found
                """)
                .bind("words", words)
                .map(row -> (Set<UUID>) new HashSet<>(Arrays.asList(row.get("ids", UUID[].class))))
                .one();
    }
}
