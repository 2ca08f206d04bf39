package org.tremplin.transparency.journal;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tremplin.donation.DonorErased;
import org.tremplin.platform.event.OnBatch;
import reactor.core.publisher.Mono;

/** Takes the name and its random bytes from beside the leaf: the leaf stays true, and tells nobody any more. */
@Component
@Order(4)
class OnDonorErased implements OnBatch<DonorErased> {

    private final Journals journals;

    OnDonorErased(Journals journals) {
        this.journals = journals;
    }

    @Override
    public String name() {
        return "transparency.journal.erased";
    }

    @Override
    public Class<DonorErased> hears() {
        return DonorErased.class;
    }

    @Override
    public Mono<Void> handle(List<DonorErased> facts) {
        return journals.withhold(
                facts.stream().map(DonorErased::campaign).distinct().toList(),
                Source.DONATION,
                facts.stream().map(DonorErased::donation).toList());
    }
}
