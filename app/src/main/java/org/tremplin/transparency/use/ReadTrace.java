package org.tremplin.transparency.use;

import org.springframework.stereotype.Component;
import org.tremplin.campaign.Amendments;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.donation.Gift;
import org.tremplin.donation.Gifts;
import org.tremplin.transparency.GiftTrace;
import org.tremplin.transparency.GiftTraces;
import org.tremplin.transparency.PublicSpending;
import org.tremplin.transparency.UseOfFunds;
import reactor.core.publisher.Mono;

/** Reads what {@link TracedGift} needs: as many queries for any number of gifts and expenses. */
@Component
class ReadTrace implements GiftTraces {

    private final Gifts gifts;
    private final UseOfFunds funds;
    private final PublicSpending spending;
    private final Amendments amendments;

    ReadTrace(Gifts gifts, UseOfFunds funds, PublicSpending spending, Amendments amendments) {
        this.gifts = gifts;
        this.funds = funds;
        this.spending = spending;
        this.amendments = amendments;
    }

    @Override
    public Mono<GiftTrace> of(Gift gift, long cents, PublishedCampaign campaign) {
        return Mono.zip(
                        gifts.before(gift.id()),
                        funds.of(campaign),
                        spending.of(gift.campaign()),
                        amendments.of(campaign.campaign().id()))
                .map(read -> new TracedGift(
                                cents,
                                gift.line(),
                                gift.edition(),
                                campaign.plan(),
                                read.getT1(),
                                read.getT2(),
                                read.getT3(),
                                read.getT4())
                        .trace());
    }
}
