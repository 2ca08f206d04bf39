package org.tremplin.site.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.campaign.CampaignNews;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.GatesMet;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.campaign.Waivers;
import org.tremplin.capacity.Needs;
import org.tremplin.platform.event.Changes;
import org.tremplin.platform.event.OnChange;
import org.tremplin.platform.web.Recent;
import org.tremplin.site.totals.Totals;
import org.tremplin.transparency.PromisedSupport;
import org.tremplin.transparency.UseOfFunds;
import reactor.core.publisher.Mono;

/**
 * Public campaigns as they were at most two seconds ago, however many visitors ask and whichever instance wrote. What
 * changes without being told (a name, the day) is at most ten seconds old.
 */
@Component
public class Snapshots implements OnChange {

    private static final Duration QUIET = Duration.ofSeconds(10);

    private final Campaigns campaigns;
    private final Associations associations;
    private final Totals totals;
    private final UseOfFunds funds;
    private final CampaignNews news;
    private final Needs needs;
    private final Waivers waivers;
    private final GatesMet gates;
    private final PromisedSupport promised;
    private final Clock clock;
    private final Recent<String, Snapshot> recent;

    Snapshots(
            Campaigns campaigns,
            Associations associations,
            Totals totals,
            UseOfFunds funds,
            CampaignNews news,
            Needs needs,
            Waivers waivers,
            GatesMet gates,
            PromisedSupport promised,
            Changes changes,
            Clock clock) {
        this.campaigns = campaigns;
        this.associations = associations;
        this.totals = totals;
        this.funds = funds;
        this.news = news;
        this.needs = needs;
        this.waivers = waivers;
        this.gates = gates;
        this.promised = promised;
        this.clock = clock;
        this.recent = new Recent<>(Totals.AGE, QUIET, changes::heardUntil, System::nanoTime, this::now);
    }

    /** Published or closed; empty otherwise. */
    public Mono<Snapshot> find(String slug) {
        return recent.get(slug);
    }

    @Override
    public void changed(Set<UUID> subjects) {
        recent.doubt(seen -> subjects.isEmpty()
                || subjects.contains(seen.published().campaign().id().value())
                || subjects.contains(seen.association().id().value()));
    }

    /** As it is now, for who reads more of the same moment. */
    public Mono<Snapshot> now(String slug) {
        return campaigns.findPublished(slug).flatMap(this::complete);
    }

    private Mono<Snapshot> complete(PublishedCampaign published) {
        return associations
                .find(published.campaign().association())
                .flatMap(association -> complete(published, association, association.today(clock)));
    }

    private Mono<Snapshot> complete(PublishedCampaign published, Association association, LocalDate today) {
        return Mono.zip(
                        totals.of(published.campaign().id()),
                        news.updates(published.campaign().id(), null, Told.SHOWN),
                        news.promises(published),
                        funds.of(published),
                        needs.of(published.campaign().id().value()),
                        waivers.of(published.campaign().id()),
                        gates.kept(published.campaign().id()),
                        promised.of(published, today))
                .map(read -> new Snapshot(
                        published,
                        association,
                        read.getT1(),
                        new Told(read.getT2(), read.getT3()),
                        read.getT4(),
                        read.getT5(),
                        read.getT6(),
                        read.getT7(),
                        read.getT8().outstandingCents(),
                        today));
    }
}
