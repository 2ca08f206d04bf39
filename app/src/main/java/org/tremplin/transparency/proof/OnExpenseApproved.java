package org.tremplin.transparency.proof;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tremplin.platform.event.OnBatch;
import org.tremplin.transparency.ExpenseApproved;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An expense that enters the books takes its proofs with it into the open. */
@Component
class OnExpenseApproved implements OnBatch<ExpenseApproved> {

    private final Publishing publishing;

    OnExpenseApproved(Publishing publishing) {
        this.publishing = publishing;
    }

    @Override
    public String name() {
        return "transparency.proof.expense-approved";
    }

    @Override
    public Class<ExpenseApproved> hears() {
        return ExpenseApproved.class;
    }

    @Override
    public Mono<Void> handle(List<ExpenseApproved> facts) {
        return Flux.fromIterable(facts)
                .concatMap(fact -> publishing.publishReady(List.of(fact.expense()), fact.day()))
                .then();
    }
}
