package org.tremplin.operation.demo;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.campaign.CampaignId;
import reactor.core.publisher.Mono;

/** How much of the sample data is there. */
@Component
class Told {

    private final DatabaseClient database;

    Told(DatabaseClient database) {
        this.database = database;
    }

    /** Empty when it was never begun. */
    Mono<Story> story() {
        return database.sql(
                        "select begun_at, told_at is not null as whole, finished, reached from operation.sample_data")
                .map(row -> new Story(
                        Objects.requireNonNull(row.get("begun_at", Instant.class)),
                        Set.of(Objects.requireNonNull(row.get("finished", String[].class))),
                        row.get("reached", Instant.class),
                        Boolean.TRUE.equals(row.get("whole", Boolean.class))))
                .one();
    }

    /** Whether there is anything: then nothing is told in between. */
    Mono<Boolean> inhabited() {
        return database.sql("select exists (select 1 from association.public_association) as inhabited")
                .map(row -> Boolean.TRUE.equals(row.get("inhabited", Boolean.class)))
                .one();
    }

    Mono<Story> begin(Instant now) {
        return database.sql("insert into operation.sample_data (begun_at) values (:now)")
                .bind("now", now)
                .then()
                .thenReturn(new Story(now, Set.of(), null, false));
    }

    /** What happens until this instant is being told. */
    Mono<Void> reach(Instant until) {
        return database.sql("update operation.sample_data set reached = :until")
                .bind("until", until)
                .then();
    }

    Mono<Void> finish(Chapter chapter) {
        return database.sql(
                        "update operation.sample_data set finished = array_append(finished, :chapter), reached = null")
                .bind("chapter", chapter.name())
                .then();
    }

    Mono<Void> end(Instant now) {
        return database.sql("update operation.sample_data set told_at = :now")
                .bind("now", now)
                .then();
    }

    /** A campaign in any state; empty when there is none at this address. */
    Mono<CampaignId> campaign(AssociationId of, String slug) {
        return database.sql("""
                select id from campaign.association_campaign where association_id = :association and slug = :slug
                """)
                .bind("association", of.value())
                .bind("slug", slug)
                .map(row -> new CampaignId(Objects.requireNonNull(row.get("id", UUID.class))))
                .one();
    }

    /**
     * @param finished names of the chapters that are told
     * @param reached how far the chapter is that is being told; none between two chapters
     * @param whole nothing is left to tell
     */
    record Story(
            Instant begunAt, Set<String> finished, @Nullable Instant reached, boolean whole) {}
}
