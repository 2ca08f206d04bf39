package org.tremplin.transparency.journal;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.CampaignPublished;
import org.tremplin.campaign.Campaigns;
import org.tremplin.platform.event.OnBatch;
import reactor.core.publisher.Mono;

/**
 * An edition may say later that its cause tells something of its donors: the names of those who gave before are taken
 * from beside their leaves too.
 */
@Component
@Order(5)
class OnCauseMadeSensitive implements OnBatch<CampaignPublished> {

    private final Campaigns campaigns;
    private final Journals journals;

    OnCauseMadeSensitive(Campaigns campaigns, Journals journals) {
        this.campaigns = campaigns;
        this.journals = journals;
    }

    @Override
    public String name() {
        return "transparency.journal.sensitive";
    }

    @Override
    public Class<CampaignPublished> hears() {
        return CampaignPublished.class;
    }

    @Override
    public Mono<Void> handle(List<CampaignPublished> facts) {
        return campaigns
                .findAllPublished(facts.stream()
                        .map(fact -> new CampaignId(fact.campaign()))
                        .collect(Collectors.toSet()))
                .filter(published -> published.plan().sensitive())
                .map(published -> published.campaign().id().value())
                .collectList()
                .flatMap(journals::withholdNames);
    }
}
