package org.tremplin.transparency.evidence;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.campaign.Amendments;
import org.tremplin.campaign.CampaignNews;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.GatesMet;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.campaign.Waivers;
import org.tremplin.donation.Gifts;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.event.Changes;
import org.tremplin.platform.event.OnChange;
import org.tremplin.platform.persistence.OneMoment;
import org.tremplin.platform.web.Recent;
import org.tremplin.transparency.Evidence;
import org.tremplin.transparency.Evidences;
import org.tremplin.transparency.PromisedSupport;
import org.tremplin.transparency.PublicJournals;
import org.tremplin.transparency.PublicProof;
import org.tremplin.transparency.PublicProofs;
import org.tremplin.transparency.PublicSpending;
import org.tremplin.transparency.Remainders;
import org.tremplin.transparency.Spent;
import org.tremplin.transparency.UseOfFunds;
import reactor.core.publisher.Mono;

/** Reads each campaign once for page and file, by doors that show what is public and nothing else. */
@Component
class ReadEvidence implements Evidences, OnChange {

    private static final Duration AGE = Duration.ofSeconds(2);
    private static final Duration QUIET = Duration.ofSeconds(10);

    private final Campaigns campaigns;
    private final Associations associations;
    private final UseOfFunds funds;
    private final PublicSpending spending;
    private final PublicProofs proofs;
    private final Amendments amendments;
    private final CampaignNews news;
    private final PublicJournals journals;
    private final Remainders remainders;
    private final Waivers waivers;
    private final GatesMet gates;
    private final Gifts gifts;
    private final PromisedSupport promised;
    private final OneMoment moment;
    private final TremplinSettings settings;
    private final Clock clock;
    private final Recent<String, Read> recent;

    ReadEvidence(
            Campaigns campaigns,
            Associations associations,
            UseOfFunds funds,
            PublicSpending spending,
            PublicProofs proofs,
            Amendments amendments,
            CampaignNews news,
            PublicJournals journals,
            Remainders remainders,
            Waivers waivers,
            GatesMet gates,
            Gifts gifts,
            PromisedSupport promised,
            OneMoment moment,
            TremplinSettings settings,
            Changes changes,
            Clock clock) {
        this.campaigns = campaigns;
        this.associations = associations;
        this.funds = funds;
        this.spending = spending;
        this.proofs = proofs;
        this.amendments = amendments;
        this.news = news;
        this.journals = journals;
        this.remainders = remainders;
        this.waivers = waivers;
        this.gates = gates;
        this.gifts = gifts;
        this.promised = promised;
        this.moment = moment;
        this.settings = settings;
        this.clock = clock;
        this.recent = new Recent<>(AGE, QUIET, changes::heardUntil, System::nanoTime, this::read);
    }

    @Override
    public Mono<Evidence> find(String slug) {
        return recent.get(slug).map(Read::evidence);
    }

    /** The same with the ids that the record does not have. */
    Mono<Read> at(String slug) {
        return recent.get(slug);
    }

    @Override
    public void changed(Set<UUID> subjects) {
        recent.doubt(read ->
                subjects.isEmpty() || subjects.contains(read.campaign()) || subjects.contains(read.association()));
    }

    /** As it is now, all of one moment but the head of the journal, which is signed when it is asked for. */
    Mono<Read> read(String slug) {
        return moment.of(campaigns.findPublished(slug).flatMap(this::known))
                .flatMap(known ->
                        journals.head(known.campaign()).map(known::with).defaultIfEmpty(known))
                .map(known -> new Read(
                        known.campaign(),
                        known.association().id().value(),
                        WrittenEvidence.of(known, settings.absolute(""), settings.demo()),
                        known.support()));
    }

    private Mono<Known> known(PublishedCampaign published) {
        return associations
                .find(published.campaign().association())
                .flatMap(association -> known(published, association));
    }

    private Mono<Known> known(PublishedCampaign published, Association association) {
        UUID campaign = published.campaign().id().value();
        LocalDate today = association.today(clock);
        return Mono.zip(
                        funds.of(published),
                        spending.of(campaign).flatMap(this::proven),
                        amendments.of(published.campaign().id()),
                        news.told(published, association.zone()),
                        remainders.of(campaign),
                        Mono.zip(
                                waivers.of(published.campaign().id()),
                                gates.of(published.campaign().id())),
                        gifts.feesAwaited(campaign),
                        promised.of(published, today))
                .map(read -> new Known(
                        published,
                        association,
                        read.getT1(),
                        read.getT2().spending(),
                        read.getT2().proofs(),
                        read.getT3(),
                        read.getT4().promises(),
                        read.getT4().count(),
                        null,
                        read.getT5(),
                        read.getT6().getT1(),
                        read.getT6().getT2(),
                        read.getT7(),
                        read.getT8(),
                        today));
    }

    private Mono<Proven> proven(List<Spent> spending) {
        return proofs.of(spending.stream().map(Spent::expense).toList())
                .collectList()
                .map(found -> new Proven(spending, found));
    }

    private record Proven(List<Spent> spending, List<PublicProof> proofs) {}

    /**
     * Everything the page is made from: while it is the same, so are its bytes.
     *
     * @param association its id, never in the record
     * @param support with the names of those who agreed, which a file that travels has not
     */
    record Read(UUID campaign, UUID association, Evidence evidence, PromisedSupport.Support support) {}
}
