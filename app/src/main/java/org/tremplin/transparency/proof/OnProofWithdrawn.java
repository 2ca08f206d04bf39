package org.tremplin.transparency.proof;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tremplin.platform.event.OnBatch;
import reactor.core.publisher.Mono;

/** Writes its leaf. */
@Component
@Order(4)
class OnProofWithdrawn implements OnBatch<ProofWithdrawn> {

    private final ProofLeaves leaves;

    OnProofWithdrawn(ProofLeaves leaves) {
        this.leaves = leaves;
    }

    @Override
    public String name() {
        return "transparency.proof.withdrawn";
    }

    @Override
    public Class<ProofWithdrawn> hears() {
        return ProofWithdrawn.class;
    }

    @Override
    public Mono<Void> handle(List<ProofWithdrawn> facts) {
        return leaves.withdrawn(facts.stream()
                .collect(Collectors.toMap(ProofWithdrawn::proof, ProofWithdrawn::day, (first, second) -> first)));
    }
}
