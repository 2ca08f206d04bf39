package org.tremplin.campaign.readiness;

import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.campaign.design.Draft;
import org.tremplin.capacity.Assessed;
import org.tremplin.capacity.Assessments;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Scoring;
import reactor.core.publisher.Mono;

/**
 * Keeps how campaigns were prepared when they became public, so that one day it can be seen whether that says anything of
 * what came in (diagnosis, 4f). Without the full diagnosis there is nothing to keep, and a campaign is public without it.
 */
@Component
public class Launches {

    private final Assessments assessments;
    private final Preparations preparations;
    private final Scoring scoring;
    private final StoredGates gates;

    Launches(Assessments assessments, Preparations preparations, Scoring scoring, StoredGates gates) {
        this.assessments = assessments;
        this.preparations = preparations;
        this.scoring = scoring;
        this.gates = gates;
    }

    /** In the transaction of its first publication. @param situation with what becomes public */
    public Mono<Void> keep(Draft draft, Situation situation) {
        AssociationId association = draft.campaign().association();
        Mono<Void> prepared = Mono.zip(assessments.latest(association), preparations.of(draft))
                .flatMap(read -> read.getT1()
                        .filter(Predicate.not(Assessed::express))
                        .map(assessed -> keep(draft, assessed, preparation(read.getT2(), situation)))
                        .orElse(Mono.empty()));
        return gates.keep(draft.campaign().id(), situation).then(prepared);
    }

    private static Preparation preparation(Told told, Situation situation) {
        return told.preparation(Math.max(1, situation.plan().goalCents()), Gates.shut(situation));
    }

    private Mono<Void> keep(Draft draft, Assessed assessed, Preparation preparation) {
        return scoring.refusals(assessed.diagnosis(), preparation).isEmpty()
                ? assessments.keep(
                        draft.campaign().association(),
                        draft.campaign().id().value(),
                        assessed,
                        preparation,
                        scoring.score(assessed.diagnosis(), preparation))
                : Mono.empty();
    }
}
