package org.tremplin.capacity.plan;

import java.time.LocalDate;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Role;
import org.tremplin.capacity.ActionState;
import org.tremplin.capacity.Planning;
import org.tremplin.capacity.Section;
import org.tremplin.money.AmountText;
import reactor.core.publisher.Mono;

/** Actions, written as the pages would. */
@Component
class PlanAtOnce implements Planning {

    private final Actions actions;

    PlanAtOnce(Actions actions) {
        this.actions = actions;
    }

    @Override
    public Mono<Void> plan(
            AssociationId association,
            String what,
            Section section,
            Role role,
            LocalDate due,
            long costCents,
            ActionState state) {
        ActionForm form = new ActionForm(
                what, role.name(), due.toString(), AmountText.typed(costCents, Locale.FRENCH), "", section.name(), "");
        return actions.of(association)
                .filter(planned -> planned.stream().noneMatch(one -> one.what().equals(what)))
                .flatMap(room -> actions.add(association, form))
                .flatMap(id -> actions.find(association, id))
                .filter(planned -> planned.state() != state)
                .flatMap(planned -> actions.move(association, planned, state, ""))
                .then();
    }
}
