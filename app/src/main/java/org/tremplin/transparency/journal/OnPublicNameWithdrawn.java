package org.tremplin.transparency.journal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tremplin.donation.PublicNameWithdrawn;
import org.tremplin.platform.event.OnBatch;
import reactor.core.publisher.Mono;

/** The name goes from the leaf's commitment; that one was there still verifies. */
@Component
class OnPublicNameWithdrawn implements OnBatch<PublicNameWithdrawn> {

    private final Journals journals;

    OnPublicNameWithdrawn(Journals journals) {
        this.journals = journals;
    }

    @Override
    public String name() {
        return "transparency.journal.name-withdrawn";
    }

    @Override
    public Class<PublicNameWithdrawn> hears() {
        return PublicNameWithdrawn.class;
    }

    @Override
    public Mono<Void> handle(List<PublicNameWithdrawn> facts) {
        return journals.withhold(
                facts.stream().map(PublicNameWithdrawn::campaign).distinct().toList(),
                Source.DONATION,
                facts.stream().map(PublicNameWithdrawn::donation).toList());
    }
}
