package org.tremplin.transparency.report;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.UpdatePublished;
import org.tremplin.platform.event.OnBatch;
import org.tremplin.transparency.journal.Journals;
import org.tremplin.transparency.journal.LeafKind;
import org.tremplin.transparency.journal.NewLeaf;
import org.tremplin.transparency.journal.Source;
import reactor.core.publisher.Mono;

/** Writes the fingerprint of each wording of an update into the public journal; a correction points to what it corrects. */
@Component
class OnUpdatePublished implements OnBatch<UpdatePublished> {

    private final Journals journals;

    OnUpdatePublished(Journals journals) {
        this.journals = journals;
    }

    @Override
    public String name() {
        return "transparency.report.update";
    }

    @Override
    public Class<UpdatePublished> hears() {
        return UpdatePublished.class;
    }

    @Override
    public Mono<Void> handle(List<UpdatePublished> facts) {
        return journals.append(facts.stream().map(OnUpdatePublished::leaf).toList());
    }

    private static NewLeaf leaf(UpdatePublished fact) {
        NewLeaf leaf = NewLeaf.of(fact.campaign(), source(fact, fact.revision()), LeafKind.UPDATE, fact.day())
                .hashes(Map.of("text", fact.sha256()));
        return fact.revision() == 1 ? leaf : leaf.refs(List.of(source(fact, fact.revision() - 1)));
    }

    private static Source source(UpdatePublished fact, int revision) {
        return new Source("update", fact.update(), "revision-" + revision);
    }
}
