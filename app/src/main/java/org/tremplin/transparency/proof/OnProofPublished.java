package org.tremplin.transparency.proof;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tremplin.platform.event.OnBatch;
import org.tremplin.transparency.ProofPublished;
import reactor.core.publisher.Mono;

/** Writes its leaf. */
@Component
@Order(4)
class OnProofPublished implements OnBatch<ProofPublished> {

    private final ProofLeaves leaves;

    OnProofPublished(ProofLeaves leaves) {
        this.leaves = leaves;
    }

    @Override
    public String name() {
        return "transparency.proof.published";
    }

    @Override
    public Class<ProofPublished> hears() {
        return ProofPublished.class;
    }

    @Override
    public Mono<Void> handle(List<ProofPublished> facts) {
        return leaves.published(facts.stream()
                .collect(Collectors.toMap(ProofPublished::proof, ProofPublished::day, (first, second) -> first)));
    }
}
