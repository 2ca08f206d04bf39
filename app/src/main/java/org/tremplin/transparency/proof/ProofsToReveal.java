package org.tremplin.transparency.proof;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.association.AwaitedAct;
import org.tremplin.association.AwaitedActs;
import org.tremplin.association.Role;
import reactor.core.publisher.Flux;

/** Proofs of which nobody has yet said what may be seen. */
@Component
class ProofsToReveal implements AwaitedActs {

    private final Proofs proofs;

    ProofsToReveal(Proofs proofs) {
        this.proofs = proofs;
    }

    @Override
    public Flux<AwaitedAct> awaited(Collection<AssociationId> associations, int most) {
        return proofs.toReveal(associations.stream().map(AssociationId::value).toList(), most)
                .map(ProofsToReveal::act);
    }

    private static AwaitedAct act(Proof proof) {
        UUID expense = proof.expense();
        return new AwaitedAct(
                "proof-to-reveal",
                proof.id(),
                "",
                new AssociationId(proof.association()),
                null,
                Set.of(Role.PRESIDENT, Role.TREASURER),
                null,
                null,
                proof.addedAt(),
                "/depenses/" + expense + "/justificatifs/" + proof.id(),
                "");
    }
}
