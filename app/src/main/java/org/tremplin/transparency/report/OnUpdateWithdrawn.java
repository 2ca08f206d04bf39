package org.tremplin.transparency.report;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.UpdateWithdrawn;
import org.tremplin.platform.event.OnBatch;
import org.tremplin.transparency.journal.Journals;
import org.tremplin.transparency.journal.LeafKind;
import org.tremplin.transparency.journal.NewLeaf;
import org.tremplin.transparency.journal.Source;
import reactor.core.publisher.Mono;

/** What was withdrawn stays in the journal as a fingerprint, and that it was withdrawn as well. */
@Component
class OnUpdateWithdrawn implements OnBatch<UpdateWithdrawn> {

    private final Journals journals;

    OnUpdateWithdrawn(Journals journals) {
        this.journals = journals;
    }

    @Override
    public String name() {
        return "transparency.report.update_withdrawn";
    }

    @Override
    public Class<UpdateWithdrawn> hears() {
        return UpdateWithdrawn.class;
    }

    @Override
    public Mono<Void> handle(List<UpdateWithdrawn> facts) {
        return journals.append(facts.stream()
                .map(fact -> NewLeaf.of(
                                fact.campaign(),
                                new Source("update", fact.update(), "withdrawn"),
                                LeafKind.UPDATE,
                                fact.day())
                        .refs(List.of(new Source("update", fact.update(), "revision-1"))))
                .toList());
    }
}
