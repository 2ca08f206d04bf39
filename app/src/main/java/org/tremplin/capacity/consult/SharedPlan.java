package org.tremplin.capacity.consult;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tremplin.association.Role;
import org.tremplin.capacity.ActionState;
import org.tremplin.capacity.PlannedAction;
import org.tremplin.capacity.Plans;
import org.tremplin.capacity.share.Grants.Held;
import org.tremplin.capacity.share.Shared;
import reactor.core.publisher.Mono;

/** The action plan for somebody outside: who does it is a role, never a person; what was given up stays inside. */
@Component
class SharedPlan {

    private final Plans plans;

    SharedPlan(Plans plans) {
        this.plans = plans;
    }

    /** Nothing where the plan is not open to this audience. */
    Mono<List<Action>> of(Held held) {
        return held.grant().sees(Shared.PLAN)
                ? plans.of(held.association().id()).map(SharedPlan::told)
                : Mono.just(List.of());
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
