package org.tremplin.transparency.proof;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.event.EventLog;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.ExpenseState;
import org.tremplin.transparency.ProofPublished;
import org.tremplin.transparency.ProofState;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes proofs public, and takes public copies away. What was said about them in the journal stays. */
@Component
class Publishing {

    private final Proofs proofs;
    private final ProofFiles files;
    private final EventLog events;
    private final Audit audit;
    private final TransactionalOperator transaction;

    Publishing(Proofs proofs, ProofFiles files, EventLog events, Audit audit, TransactionalOperator transaction) {
        this.proofs = proofs;
        this.files = files;
        this.events = events;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Somebody looked at what is to be public: it is, if the expense is approved, and as soon as it is otherwise. Who
     * approves it at this moment waits, or was waited for: a proof that is ready meanwhile would stay so for ever.
     *
     * @param looked they say so themselves; needed where something was found
     * @param copy fingerprint of the copy they saw, empty for none: another one needs another look
     */
    Mono<Answer> confirm(Expense expense, UUID proof, boolean looked, String copy, LocalDate day) {
        return proofs.holdExpense(expense.association(), expense.id())
                .flatMap(state -> proofs.lock(expense.association(), expense.id(), proof)
                        .flatMap(locked -> confirmed(locked, state, looked, copy, day)))
                .as(transaction::transactional);
    }

    private Mono<Answer> confirmed(Proof locked, ExpenseState state, boolean looked, String copy, LocalDate day) {
        if (locked.state() != ProofState.PREPARED) {
            return Mono.just(Answer.done(locked));
        }
        if (!copy.equals(locked.copy() == null ? "" : locked.copy().hash())) {
            return Mono.just(new Answer("changed", locked));
        }
        if (!looked && !locked.warnings().isEmpty()) {
            return Mono.just(new Answer("look", locked));
        }
        Mono<Void> next = state.effective() ? publish(locked, day) : proofs.ready(locked.id());
        return next.then(audit.note("proof.confirmed", locked.association(), locked.id()))
                .thenReturn(Answer.done(locked));
    }

    /** The expenses entered the books: what was looked at becomes public. In the caller's transaction. */
    Mono<Void> publishReady(Collection<UUID> expenses, LocalDate day) {
        return proofs.carry(expenses)
                .thenMany(Flux.defer(() -> proofs.lockReady(expenses)))
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(proof -> publish(proof, day))
                .then();
    }

    private Mono<Void> publish(Proof proof, LocalDate day) {
        return proofs.publish(proof.id(), day).then(events.append(new ProofPublished(proof.id(), day)));
    }

    /** @param reason public */
    Mono<Answer> withdraw(Proof proof, String reason, LocalDate day) {
        return proofs.lock(proof.association(), proof.expense(), proof.id())
                .flatMap(locked -> locked.state() == ProofState.PUBLISHED
                        ? proofs.withdraw(locked.id(), day, reason)
                                .then(Mono.defer(() -> files.delete(
                                        locked.copy() == null
                                                ? null
                                                : locked.copy().file())))
                                .then(events.append(new ProofWithdrawn(locked.id(), day)))
                                .then(audit.note("proof.withdrawn", locked.association(), locked.id()))
                                .thenReturn(Answer.done(locked))
                        : Mono.just(Answer.done(locked)))
                .as(transaction::transactional);
    }

    /** As if it had never been there; only while nothing of it is public. */
    Mono<Answer> discard(Proof proof) {
        return proofs.lock(proof.association(), proof.expense(), proof.id())
                .flatMap(locked -> locked.state().open()
                        ? proofs.delete(locked.id())
                                .then(files.clear(2 * Drawing.MOST_PAGES + 2))
                                .then(audit.note("proof.discarded", locked.association(), locked.id()))
                                .thenReturn(Answer.done(locked))
                        : Mono.just(Answer.refused("late")))
                .as(transaction::transactional);
    }
}
