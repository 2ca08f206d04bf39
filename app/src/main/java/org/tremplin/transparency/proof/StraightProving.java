package org.tremplin.transparency.proof;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Associations;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.ProofState;
import org.tremplin.transparency.Proving;
import reactor.core.publisher.Mono;

/** The steps of the pages, one after the other. */
@Component
class StraightProving implements Proving {

    private final Proofs proofs;
    private final Adding adding;
    private final Revealing revealing;
    private final Publishing publishing;
    private final Associations associations;
    private final Clock clock;

    StraightProving(
            Proofs proofs,
            Adding adding,
            Revealing revealing,
            Publishing publishing,
            Associations associations,
            Clock clock) {
        this.proofs = proofs;
        this.adding = adding;
        this.revealing = revealing;
        this.publishing = publishing;
        this.associations = associations;
        this.clock = clock;
    }

    @Override
    public Mono<UUID> add(Expense expense, String name, byte[] file, UUID by) {
        return proofs.of(expense.association(), expense.id())
                .filter(proof -> proof.fileName().equals(Adding.named(name)))
                .next()
                .switchIfEmpty(Mono.defer(() -> adding.add(expense, Proof.Kind.INVOICE, name, Mono.just(file), by)
                        .map(answer -> Objects.requireNonNull(done(answer).proof()))))
                .map(Proof::id);
    }

    @Override
    public Mono<Void> reveal(Expense expense, UUID proof, Collection<String> zones) {
        return proofs.find(expense.association(), expense.id(), proof)
                .filter(found -> found.state() == ProofState.COVERED)
                .flatMap(covered -> proofs.pages(proof)
                        .count()
                        .flatMap(pages -> revealing.reveal(covered, Zone.read(zones, pages.intValue()))))
                .map(StraightProving::done)
                .then(Mono.defer(() -> proofs.find(expense.association(), expense.id(), proof)))
                .filter(found -> found.state() == ProofState.PREPARED)
                .flatMap(prepared -> today(expense)
                        .flatMap(today -> publishing.confirm(expense, proof, false, fingerprint(prepared), today)))
                .map(StraightProving::done)
                .then();
    }

    private static String fingerprint(Proof proof) {
        return proof.copy() == null ? "" : proof.copy().hash();
    }

    private Mono<LocalDate> today(Expense expense) {
        return associations.find(new AssociationId(expense.association())).map(association -> association.today(clock));
    }

    private static Answer done(Answer answer) {
        if (!answer.done()) {
            throw new IllegalStateException("Not a proof: " + answer.problem());
        }
        return answer;
    }
}
