package org.tremplin.capacity.diagnosis;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.capacity.Assessed;
import org.tremplin.capacity.Assessments;
import org.tremplin.capacity.Launched;
import org.tremplin.capacity.PartnerNetwork;
import org.tremplin.capacity.PartnerNetworks;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Result;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.platform.persistence.Ids;
import reactor.core.publisher.Mono;

/** Every assessment with its answers and results, found only together with its association. */
@Component
class StoredAssessments implements Assessments {

    private static final String COLUMNS = "id, association_id, grid, kind, moment, state, started_at, done_at";

    private final DatabaseClient database;
    private final ObjectProvider<PartnerNetworks> networks;
    private final Grid grid;
    private final Ids ids;
    private final Clock clock;

    StoredAssessments(
            DatabaseClient database, ObjectProvider<PartnerNetworks> networks, Grid grid, Ids ids, Clock clock) {
        this.database = database;
        this.networks = networks;
        this.grid = grid;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Mono<Optional<Assessed>> latest(AssociationId association) {
        return all(association)
                .flatMap(found -> found.stream()
                        .filter(one -> one.doneAt() != null)
                        .findFirst()
                        .or(() -> found.stream().findFirst())
                        .map(one -> Mono.zip(merged(one), express(one))
                                .map(read -> Optional.of(new Assessed(
                                        one.id(),
                                        read.getT2(),
                                        one.grid(),
                                        read.getT1().diagnosis()))))
                        .orElse(Mono.just(Optional.empty())));
    }

    @Override
    public Mono<Void> keep(
            AssociationId association, UUID campaign, Assessed assessed, Preparation preparation, Result result) {
        return keep(
                association,
                assessed.id(),
                Optional.of(campaign),
                new KeptResult(
                        assessed.express(),
                        0,
                        assessed.diagnosis(),
                        preparation,
                        result,
                        List.of(),
                        List.of(),
                        Map.of()));
    }

    @Override
    public Mono<Launched> launched(AssociationId association, UUID campaign) {
        return database.sql("""
                select body, made_at from capacity.result where campaign_id = :campaign and association_id = :association
                """)
                .bind("campaign", campaign)
                .bind("association", association.value())
                .map(row -> {
                    KeptResult kept = ResultJson.read(String.valueOf(row.get("body", String.class)));
                    return new Launched(row.get("made_at", Instant.class), kept.preparation(), kept.result());
                })
                .one();
    }

    @Override
    public Mono<List<String>> advice(AssociationId association) {
        Mono<Set<String>> answered = database.sql(
                        "select card from capacity.said_of_card where association_id = :association")
                .bind("association", association.value())
                .map(row -> String.valueOf(row.get("card", String.class)))
                .all()
                .collect(Collectors.toSet());
        return Mono.zip(results(association), answered)
                .map(read -> read.getT1().stream()
                        .limit(1)
                        .flatMap(made -> made.result().result().cards().stream())
                        .filter(card -> !read.getT2().contains(card))
                        .toList());
    }

    /** @param campaign once for each; none for a diagnosis by itself, of which there may be many */
    Mono<Void> keep(AssociationId association, UUID assessment, Optional<UUID> campaign, KeptResult result) {
        return database.sql("""
                insert into capacity.result (id, association_id, assessment_id, campaign_id, grid, body, made_at)
                select :id, :association, assessment.id, :campaign, :grid, :body, :now
                from capacity.assessment where id = :assessment and association_id = :association
                on conflict (campaign_id) where campaign_id is not null do nothing
                """)
                .bind("id", ids.next())
                .bind("association", association.value())
                .bind("assessment", assessment)
                .bind("campaign", Parameter.fromOrEmpty(campaign.orElse(null), UUID.class))
                .bind("grid", result.result().version())
                .bind("body", ResultJson.write(result))
                .bind("now", clock.instant())
                .then();
    }

    /** The latest first. */
    Mono<List<Assessment>> all(AssociationId association) {
        return database.sql("select " + COLUMNS + """
                 from capacity.assessment where association_id = :association order by moment desc
                """)
                .bind("association", association.value())
                .map(StoredAssessments::assessment)
                .all()
                .collectList();
    }

    /** Its answers as one, with the partners of its association. */
    Mono<Merged> merged(Assessment assessment) {
        return Mono.zip(answers(assessment), network(assessment.association()))
                .map(read -> Merged.of(grid, read.getT1(), read.getT2()));
    }

    Mono<PartnerNetwork> network(AssociationId association) {
        return Optional.ofNullable(networks.getIfAvailable())
                .map(known -> known.of(association))
                .orElse(Mono.just(PartnerNetwork.NONE));
    }

    /** Which form its last result was made of; another length chosen since counts once it is concluded too. */
    Mono<Boolean> express(Assessment assessment) {
        return database.sql("""
                select (body::jsonb ->> 'express')::boolean as express from capacity.result
                where assessment_id = :assessment and campaign_id is null order by made_at desc, id desc limit 1
                """)
                .bind("assessment", assessment.id())
                .map(row -> Objects.requireNonNull(row.get("express", Boolean.class)))
                .one()
                .defaultIfEmpty(assessment.express());
    }

    Mono<Answers> answers(Assessment assessment) {
        return Mono.zip(traits(assessment), sheets(assessment)).map(read -> new Answers(read.getT1(), read.getT2()));
    }

    private Mono<Map<String, String>> traits(Assessment assessment) {
        return database.sql("select item, value from capacity.trait where assessment_id = :assessment")
                .bind("assessment", assessment.id())
                .map(row -> Map.entry(
                        String.valueOf(row.get("item", String.class)), String.valueOf(row.get("value", String.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<List<Map<String, String>>> sheets(Assessment assessment) {
        return database.sql("""
                select respondent_id, item, value from capacity.answer
                join capacity.respondent on respondent.id = respondent_id
                where assessment_id = :assessment order by respondent_id
                """)
                .bind("assessment", assessment.id())
                .map(row -> new Given(
                        row.get("respondent_id", UUID.class),
                        String.valueOf(row.get("item", String.class)),
                        String.valueOf(row.get("value", String.class))))
                .all()
                .collectList()
                .map(all -> List.copyOf(all.stream()
                        .collect(Collectors.groupingBy(Given::by, Collectors.toMap(Given::item, Given::value)))
                        .values()));
    }

    /** The latest result of each moment, the latest moment first; two are enough to compare. */
    Mono<List<Made>> results(AssociationId association) {
        return database.sql("""
                select assessment.id, moment, body, made_at from capacity.assessment
                cross join lateral (select body, made_at from capacity.result
                  where assessment_id = assessment.id and campaign_id is null order by made_at desc, id desc limit 1) latest
                where association_id = :association order by moment desc limit 2
                """)
                .bind("association", association.value())
                .map(StoredAssessments::made)
                .all()
                .collectList();
    }

    /** The same of several associations at once; those without a result are not in it. */
    Mono<Map<AssociationId, List<Made>>> results(Collection<AssociationId> associations) {
        return database.sql("""
                select wanted.association_id, looked.* from unnest(:associations) as wanted (association_id)
                cross join lateral (
                  select assessment.id, moment, body, made_at from capacity.assessment
                  cross join lateral (select body, made_at from capacity.result
                    where assessment_id = assessment.id and campaign_id is null
                    order by made_at desc, id desc limit 1) latest
                  where assessment.association_id = wanted.association_id order by moment desc limit 2) looked
                order by wanted.association_id, moment desc
                """)
                .bind("associations", AssociationId.values(associations))
                .map(row -> Map.entry(new AssociationId(row.get("association_id", UUID.class)), made(row)))
                .all()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** The latest result that was kept with a campaign's preparation; empty without one. */
    Mono<Optional<Made>> ofLastCampaign(AssociationId association) {
        return database.sql("""
                select assessment_id as id, body, made_at from capacity.result
                where association_id = :association and campaign_id is not null order by made_at desc, id desc limit 1
                """)
                .bind("association", association.value())
                .map(StoredAssessments::made)
                .one()
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private static Made made(Readable row) {
        return new Made(
                row.get("id", UUID.class),
                row.get("made_at", Instant.class),
                ResultJson.read(String.valueOf(row.get("body", String.class))));
    }

    static Assessment assessment(Readable row) {
        return new Assessment(
                row.get("id", UUID.class),
                new AssociationId(row.get("association_id", UUID.class)),
                row.get("grid", String.class),
                "EXPRESS".equals(row.get("kind", String.class)),
                row.get("moment", Integer.class),
                "OPEN".equals(row.get("state", String.class)),
                row.get("started_at", Instant.class),
                row.get("done_at", Instant.class));
    }

    record Made(UUID assessment, Instant at, KeptResult result) {}

    private record Given(UUID by, String item, String value) {}
}
