package org.tremplin.transparency.accounts;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.ledger.AccountingExport.AnalyticCodes;
import org.tremplin.transparency.journal.LineCode;
import reactor.core.publisher.Mono;

/** What the analytic axes are called: a campaign by its address, a line by its code in the public journal; neither ever changes. */
@Component
class AxisCodes {

    private final Campaigns campaigns;

    AxisCodes(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    Mono<AnalyticCodes> of(AssociationId association) {
        return campaigns.publishedBy(association).collectList().map(all -> {
            Map<UUID, String> slugs = new HashMap<>();
            Map<UUID, String> lines = new HashMap<>();
            all.forEach(published -> {
                UUID campaign = published.campaign().id().value();
                slugs.put(campaign, published.campaign().slug());
                published.plan().lines().forEach(line -> lines.put(line.id(), LineCode.of(campaign, line.id())));
            });
            return new AnalyticCodes(slugs, lines);
        });
    }
}
