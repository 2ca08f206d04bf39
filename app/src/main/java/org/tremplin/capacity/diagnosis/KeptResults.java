package org.tremplin.capacity.diagnosis;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.capacity.grid.Card;
import org.tremplin.capacity.grid.Grid;
import reactor.core.publisher.Mono;

/** What was concluded, moment after moment, for the plan and for whoever takes it along. */
@Component
public class KeptResults {

    /** Years of diagnoses, one a year. */
    private static final int MOST = 12;

    private final DatabaseClient database;
    private final StoredAssessments assessments;
    private final SaidOfCards saidOfCards;
    private final Grid grid;

    KeptResults(DatabaseClient database, StoredAssessments assessments, SaidOfCards saidOfCards, Grid grid) {
        this.database = database;
        this.assessments = assessments;
        this.saidOfCards = saidOfCards;
        this.grid = grid;
    }

    /** The latest result of each moment, the latest moment first. */
    public Mono<List<Dated>> of(AssociationId association) {
        return database.sql("""
                select moment, body, made_at from capacity.assessment
                cross join lateral (select body, made_at from capacity.result
                  where assessment_id = assessment.id and campaign_id is null order by made_at desc, id desc limit 1) latest
                where association_id = :association order by moment desc limit :most
                """)
                .bind("association", association.value())
                .bind("most", MOST)
                .map(row -> new Dated(
                        Objects.requireNonNull(row.get("moment", Integer.class)),
                        Objects.requireNonNull(row.get("made_at", Instant.class)),
                        ResultJson.read(String.valueOf(row.get("body", String.class)))))
                .all()
                .collectList();
    }

    /** Ids of the cards that still ask for something, in the order of the result page; none that tells an obstacle. */
    public Mono<List<String>> advice(AssociationId association) {
        return Mono.zip(assessments.results(association), saidOfCards.of(association))
                .map(read -> read.getT1().stream()
                        .findFirst()
                        .map(made -> advice(made.result(), read.getT2().keySet()))
                        .orElse(List.of()));
    }

    private List<String> advice(KeptResult kept, Set<String> answered) {
        return new AdvisedCards(grid, kept, answered)
                .open().stream()
                        .filter(Card::asksForSomething)
                        .map(Card::id)
                        .filter(id -> !grid.weighs(id))
                        .toList();
    }

    /** @param moment 0 before the first campaign, 1 after it, and so on */
    public record Dated(int moment, Instant at, KeptResult result) {}
}
