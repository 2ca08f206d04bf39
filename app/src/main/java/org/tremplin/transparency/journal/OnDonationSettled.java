package org.tremplin.transparency.journal;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tremplin.donation.DonationSettled;
import org.tremplin.platform.event.OnBatch;
import reactor.core.publisher.Mono;

/** Walk A, step 7: writes the leaf of each gift, from the first public one. */
@Component
@Order(1) // where facts are delivered one handler after the other, gifts stand before their fees
class OnDonationSettled implements OnBatch<DonationSettled> {

    private final GiftLeaves giftLeaves;
    private final Journals journals;

    OnDonationSettled(GiftLeaves giftLeaves, Journals journals) {
        this.giftLeaves = giftLeaves;
        this.journals = journals;
    }

    @Override
    public String name() {
        return "transparency.journal.gift";
    }

    @Override
    public Class<DonationSettled> hears() {
        return DonationSettled.class;
    }

    @Override
    public Mono<Void> handle(List<DonationSettled> facts) {
        return giftLeaves.of(facts).flatMap(journals::append);
    }
}
