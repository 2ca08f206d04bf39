package org.tremplin.capacity.consult;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.capacity.ActionState;
import org.tremplin.capacity.PlannedAction;
import org.tremplin.capacity.PlannedOutside;
import org.tremplin.capacity.Plans;
import org.tremplin.capacity.network.NamedPartners;
import org.tremplin.capacity.share.Audience;
import org.tremplin.capacity.share.Shared;
import reactor.core.publisher.Mono;

/** The action plan for somebody outside; what was given up stays inside. */
@Component
class SharedPlan {

    private final Plans plans;
    private final NamedPartners partners;

    SharedPlan(Plans plans, NamedPartners partners) {
        this.plans = plans;
        this.partners = partners;
    }

    /**
     * Nothing where the plan is not open. Names of partners stand in it for an adviser only, where names are open: a
     * partner who agreed to be named did not agree to what is planned with it.
     *
     * @param seen rows that this audience sees
     */
    Mono<List<PlannedOutside>> of(AssociationId association, Audience audience, Set<Shared> seen, Locale locale) {
        if (!seen.contains(Shared.PLAN)) {
            return Mono.just(List.of());
        }
        return audience == Audience.ADVISER && seen.contains(Shared.NAMED_PARTNERS)
                ? plans.of(association).map(SharedPlan::told)
                : Mono.zip(plans.of(association), partners.nameless(association, locale))
                        .map(read -> told(read.getT1().stream()
                                .map(one -> one.worded(read.getT2()::of))
                                .toList()));
    }

    private static List<PlannedOutside> told(List<PlannedAction> actions) {
        return actions.stream()
                .filter(one -> one.state() != ActionState.DROPPED)
                .map(one -> new PlannedOutside(one.what(), one.state(), one.role(), one.due()))
                .toList();
    }
}
