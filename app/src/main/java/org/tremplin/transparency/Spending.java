package org.tremplin.transparency;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Entering and deciding on expenses. Each act is one transaction; an expense of another association is not found. Callers
 * see to it that parts are on lines of campaigns of the association.
 */
public interface Spending {

    Mono<Expense> find(UUID association, UUID expense);

    /** Expenses and commitments of the association, the newest first. */
    Flux<Expense> newest(UUID association, int most);

    Mono<Expense> draft(UUID association, Expense.Kind kind, Expense.Invoice invoice, UUID author);

    /**
     * A correction of an approved expense; an invoice without parts takes it back.
     *
     * @param reason public
     * @return late when it can no longer be corrected, or another correction waits
     */
    Mono<Decision> correct(UUID association, UUID expense, Expense.Invoice invoice, String reason, UUID author);

    /** Rewrites a draft. */
    Mono<Decision> revise(
            UUID association, UUID expense, int version, Expense.Invoice invoice, String reason, UUID author);

    /** Deletes a draft of this author. */
    Mono<Boolean> discard(UUID association, UUID expense, UUID author);

    /** Deletes the draft of a correction, whoever left it: as long as it stands, nobody else can correct. */
    Mono<Boolean> abandon(UUID association, UUID correction);

    /** Asks another person for a decision; only its author may. */
    Mono<Decision> submit(UUID association, UUID expense, UUID author);

    /** Back into the hands of its author, by the author. */
    Mono<Decision> takeBack(UUID association, UUID expense, UUID author);

    /**
     * @param version what the approver saw
     * @return short when it takes more than a line has and is planned to have, and does not say why
     */
    Mono<Decision> approve(UUID association, UUID expense, int version, UUID approver);

    Mono<Decision> refuse(UUID association, UUID expense, int version, String why, UUID approver);

    /** Back to its author, with a question. */
    Mono<Decision> ask(UUID association, UUID expense, int version, String question, UUID approver);

    /** @param on day its money left */
    Mono<Decision> pay(UUID association, UUID expense, Expense.Paid how, @Nullable LocalDate on);
}
