package org.tremplin.transparency.proof;

import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tremplin.transparency.ProofState;
import org.tremplin.transparency.PublicProof;
import org.tremplin.transparency.PublicProofs;
import reactor.core.publisher.Flux;

/** Tells pages what they may show of proofs. */
@Component
class ShownProofs implements PublicProofs {

    private final Proofs proofs;

    ShownProofs(Proofs proofs) {
        this.proofs = proofs;
    }

    @Override
    public Flux<PublicProof> of(Collection<UUID> expenses) {
        return expenses.isEmpty() ? Flux.empty() : proofs.published(expenses).map(ShownProofs::shown);
    }

    @Override
    public Flux<UUID> campaigns(Collection<UUID> ids) {
        return proofs.campaigns(ids);
    }

    private static PublicProof shown(Proofs.Told told) {
        Proof proof = told.proof();
        boolean withdrawn = proof.state() == ProofState.WITHDRAWN;
        Proof.Copy copy = proof.copy();
        return new PublicProof(
                told.expense(),
                proof.kind().name().toLowerCase(Locale.ROOT),
                Objects.requireNonNull(proof.publishedOn()),
                copy == null || withdrawn ? null : PublicCopyController.address(copy.hash()),
                copy == null ? 0 : copy.width(),
                copy == null ? 0 : copy.height(),
                proof.originalHash(),
                copy == null ? null : copy.hash(),
                withdrawn ? "" : proof.statement(),
                proof.withdrawnOn(),
                proof.reason(),
                told.earlier(),
                told.proves());
    }
}
