package org.tremplin.campaign.publish;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.Missing;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.campaign.design.Draft;
import org.tremplin.campaign.readiness.Gates;
import org.tremplin.campaign.readiness.Readiness;
import org.tremplin.campaign.readiness.Situation;
import reactor.core.publisher.Mono;

/** Checks what publishing a draft now would mean: tidied as it would be, and asked what it lacks. */
@Component
class Checks {

    private static final long LEAST_GIFT_CENTS = 100;

    private final Campaigns campaigns;
    private final Associations associations;
    private final Readiness readiness;
    private final Clock clock;

    Checks(Campaigns campaigns, Associations associations, Readiness readiness, Clock clock) {
        this.campaigns = campaigns;
        this.associations = associations;
        this.readiness = readiness;
        this.clock = clock;
    }

    Mono<Check> of(AssociationId association, Draft draft) {
        Mono<Optional<Plan>> inForce = campaigns
                .findPublished(draft.campaign().id())
                .map(PublishedCampaign::plan)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
        return Mono.zip(inForce, associations.find(association))
                .flatMap(read -> of(draft, read.getT1().orElse(null), read.getT2()));
    }

    private Mono<Check> of(Draft draft, @Nullable Plan inForce, Association association) {
        LocalDate today = association.today(clock);
        Plan tidy = tidied(draft.plan());
        Plan plan = inForce == null ? openedBy(tidy, today) : tidy;
        return readiness
                .of(association, draft.campaign().id(), plan, inForce, today)
                .map(situation -> check(draft, inForce, situation));
    }

    private static Check check(Draft draft, @Nullable Plan inForce, Situation situation) {
        Plan plan = situation.plan();
        // what is public stays public: gates are asked of the first edition, then only told
        Set<Missing> all = new LinkedHashSet<>(inForce == null ? Gates.missing(situation) : List.of());
        all.addAll(situation.lacks());
        List<Missing> missing = new ArrayList<>(all);
        if (plan.equals(inForce)) {
            missing.add(Missing.NO_CHANGE);
        }
        if (draft.campaign().state() == Campaign.State.CLOSED) {
            missing.add(Missing.CLOSED);
        }
        boolean needsReason = inForce != null && Amendment.changesTerms(inForce, plan);
        boolean promisesChanged = inForce != null && !inForce.promises().equals(plan.promises());
        return new Check(
                situation, missing, needsReason, promisesChanged, over(draft.campaign(), inForce, situation.today()));
    }

    private static boolean over(Campaign campaign, @Nullable Plan inForce, LocalDate today) {
        LocalDate closes = inForce == null ? null : inForce.closesOn();
        return campaign.state() == Campaign.State.CLOSED || closes != null && closes.isBefore(today);
    }

    /** Rows that were added and left empty are not for the public. */
    private static Plan tidied(Plan plan) {
        return plan.budgeted(
                        plan.lines().stream()
                                .filter(line ->
                                        line.collectionCosts() || !line.label().isBlank() || line.plannedCents() > 0)
                                .toList(),
                        plan.resources().stream()
                                .filter(other -> !other.label().isBlank() || other.cents() > 0)
                                .toList(),
                        plan.belowGoal(),
                        plan.aboveGoal())
                .spread(
                        plan.amounts().stream()
                                .filter(preset -> preset.cents() >= LEAST_GIFT_CENTS)
                                .toList(),
                        plan.opensOn(),
                        plan.closesOn(),
                        plan.means().stream()
                                .filter(means -> !means.task().isBlank())
                                .toList())
                .promising(plan.promises().stream()
                        .filter(promise -> !promise.what().isBlank() || promise.on() != null)
                        .toList());
    }

    /** A campaign opens on the day it is public at the earliest. */
    private static Plan openedBy(Plan plan, LocalDate today) {
        LocalDate wished = plan.opensOn();
        return wished == null || wished.isBefore(today) ? plan.openingOn(today) : plan;
    }
}
