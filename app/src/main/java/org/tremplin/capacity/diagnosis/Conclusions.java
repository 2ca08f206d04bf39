package org.tremplin.capacity.diagnosis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.AssociationId;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.CampaignType;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Scoring;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.grid.Grid;
import reactor.core.publisher.Mono;

/** Makes the result of an assessment and keeps it. */
@Component
class Conclusions {

    private final StoredAssessments assessments;
    private final AnswerSheets sheets;
    private final Scoring scoring;
    private final Grid grid;
    private final TransactionalOperator transaction;

    Conclusions(
            StoredAssessments assessments,
            AnswerSheets sheets,
            Scoring scoring,
            Grid grid,
            TransactionalOperator transaction) {
        this.assessments = assessments;
        this.sheets = sheets;
        this.scoring = scoring;
        this.grid = grid;
        this.transaction = transaction;
    }

    /** False when nothing was answered, or nothing is open. */
    Mono<Boolean> conclude(AssociationId association) {
        return sheets.hold(association)
                .then(assessments.all(association))
                .flatMap(all -> all.stream()
                        .filter(Assessment::open)
                        .findFirst()
                        .map(this::conclude)
                        .orElse(Mono.just(false)))
                .as(transaction::transactional);
    }

    /** When the last result was made, if it is of the full form and the short one is about to take its place. */
    Mono<Optional<Instant>> replaced(AssociationId association) {
        return assessments
                .all(association)
                .filter(all -> all.stream().filter(Assessment::open).anyMatch(Assessment::express))
                .flatMap(open -> assessments.results(association))
                .map(results -> results.stream()
                        .findFirst()
                        .filter(made -> !made.result().express())
                        .map(StoredAssessments.Made::at))
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<Boolean> conclude(Assessment open) {
        return Mono.zip(assessments.answers(open), assessments.merged(open)).flatMap(read -> {
            Answers answers = read.getT1();
            if (answers.sheets().stream().allMatch(Map::isEmpty)) {
                return Mono.just(false);
            }
            return assessments
                    .keep(
                            open.association(),
                            open.id(),
                            Optional.empty(),
                            result(open.express(), answers, read.getT2()))
                    .then(sheets.conclude(open))
                    .thenReturn(true);
        });
    }

    /** The result of the latest concluded assessment once more, after the association set itself another aim. */
    Mono<Void> aim(AssociationId association, int aim) {
        return assessments
                .all(association)
                .flatMap(all -> all.stream()
                        .filter(one -> one.doneAt() != null)
                        .findFirst()
                        .map(one -> sheets.saveTraits(one, Map.of(Trait.AIM, String.valueOf(aim)))
                                .then(Mono.defer(() -> again(one))))
                        .orElse(Mono.empty()))
                .as(transaction::transactional);
    }

    private Mono<Void> again(Assessment one) {
        return Mono.zip(assessments.answers(one), assessments.merged(one), assessments.express(one))
                .flatMap(read -> assessments.keep(
                        one.association(),
                        one.id(),
                        Optional.empty(),
                        result(read.getT3(), read.getT1(), read.getT2())))
                .then();
    }

    private KeptResult result(boolean express, Answers answers, Merged merged) {
        Preparation none = withoutCampaign(grid);
        return new KeptResult(
                express,
                answers.sheets().size(),
                merged.diagnosis(),
                none,
                scoring.score(merged.diagnosis(), none),
                merged.toDiscuss(),
                merged.assumed(),
                Trait.described(answers.traits()));
    }

    /** Before any campaign: nothing of it is known, and its goal is the smallest, which asks for least. */
    static Preparation withoutCampaign(Grid grid) {
        List<Answer> unknown =
                new ArrayList<>(Collections.nCopies(grid.items(Section.PREP).size(), Answer.UNKNOWN));
        return new Preparation(CampaignType.PROJECT_GOAL, Ratio.ONE, unknown, null, null, null, null, null, List.of());
    }
}
