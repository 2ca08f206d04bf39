package org.tremplin.site.campaign;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.tremplin.association.Associations;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.platform.web.Recent;
import org.tremplin.site.totals.Totals;
import reactor.core.publisher.Mono;

/** Public campaigns as they were at most two seconds ago, however many visitors ask. */
@Component
public class Snapshots {

    private final Campaigns campaigns;
    private final Associations associations;
    private final Totals totals;
    private final Clock clock;
    private final Recent<String, Snapshot> recent = new Recent<>(Totals.AGE, this::read);

    Snapshots(Campaigns campaigns, Associations associations, Totals totals, Clock clock) {
        this.campaigns = campaigns;
        this.associations = associations;
        this.totals = totals;
        this.clock = clock;
    }

    /** Published or closed; empty otherwise. */
    public Mono<Snapshot> find(String slug) {
        return recent.get(slug);
    }

    private Mono<Snapshot> read(String slug) {
        return campaigns.findPublished(slug).flatMap(this::complete);
    }

    private Mono<Snapshot> complete(PublishedCampaign published) {
        return Mono.zip(
                associations.find(published.campaign().association()),
                totals.of(published.campaign().id()),
                (association, received) -> new Snapshot(
                        published, association, received, LocalDate.ofInstant(clock.instant(), association.zone())));
    }
}
