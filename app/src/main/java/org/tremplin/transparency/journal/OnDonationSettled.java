package org.tremplin.transparency.journal;

import java.util.List;
import org.tremplin.donation.DonationSettled;
import org.tremplin.platform.event.OnBatch;
import reactor.core.publisher.Mono;

/** Writes the leaf of each gift, from the first public one. */
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
        return giftLeaves
                .of(facts.stream().map(DonationSettled::donation).toList())
                .flatMap(journals::append);
    }
}
