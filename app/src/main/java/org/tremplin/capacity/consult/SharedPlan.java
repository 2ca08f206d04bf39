package org.tremplin.capacity.consult;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Role;
import org.tremplin.capacity.ActionState;
import org.tremplin.capacity.PlannedAction;
import org.tremplin.capacity.Plans;
import org.tremplin.capacity.network.NamedPartners;
import org.tremplin.capacity.share.Held;
import org.tremplin.capacity.share.Shared;
import reactor.core.publisher.Mono;

/** The action plan for somebody outside: who does it is a role, never a person; what was given up stays inside. */
@Component
class SharedPlan {

    private final Plans plans;
    private final NamedPartners partners;

    SharedPlan(Plans plans, NamedPartners partners) {
        this.plans = plans;
        this.partners = partners;
    }

    /** Nothing where the plan is not open to this audience; no partner's name where names are not. */
    Mono<List<Action>> of(Held held, Locale locale) {
        AssociationId association = held.association().id();
        if (!held.grant().sees(Shared.PLAN)) {
            return Mono.just(List.of());
        }
        return held.grant().sees(Shared.NAMED_PARTNERS)
                ? plans.of(association).map(SharedPlan::told)
                : Mono.zip(plans.of(association), partners.nameless(association, locale))
                        .map(read -> told(read.getT1().stream()
                                .map(one -> one.worded(read.getT2()::of))
                                .toList()));
    }

    private static List<Action> told(List<PlannedAction> actions) {
        return actions.stream()
                .filter(one -> one.state() != ActionState.DROPPED)
                .map(one -> new Action(one.what(), one.state(), one.role(), one.due()))
                .toList();
    }

    /** @param what in the association's words */
    record Action(
            String what,
            ActionState state,
            @Nullable Role role,
            @Nullable LocalDate due) {}
}
