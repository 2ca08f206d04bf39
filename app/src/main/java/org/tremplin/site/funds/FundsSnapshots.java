package org.tremplin.site.funds;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.Amendments;
import org.tremplin.donation.Gifts;
import org.tremplin.platform.event.Changes;
import org.tremplin.platform.event.OnChange;
import org.tremplin.platform.persistence.OneMoment;
import org.tremplin.platform.web.Recent;
import org.tremplin.site.campaign.Snapshot;
import org.tremplin.site.campaign.Snapshots;
import org.tremplin.site.totals.Totals;
import org.tremplin.transparency.PublicProof;
import org.tremplin.transparency.PublicProofs;
import org.tremplin.transparency.PublicSpending;
import org.tremplin.transparency.Remainders;
import org.tremplin.transparency.Reports;
import org.tremplin.transparency.Spent;
import reactor.core.publisher.Mono;

/** As fresh as the pages of the campaigns themselves, for as many queries however many gifts and expenses there are. */
@Component
class FundsSnapshots implements OnChange {

    private static final Duration QUIET = Duration.ofSeconds(10);

    private final Snapshots snapshots;
    private final PublicSpending spending;
    private final PublicProofs proofs;
    private final Amendments amendments;
    private final Gifts gifts;
    private final Reports reports;
    private final Remainders remainders;
    private final OneMoment moment;
    private final Recent<String, FundsSnapshot> recent;

    FundsSnapshots(
            Snapshots snapshots,
            PublicSpending spending,
            PublicProofs proofs,
            Amendments amendments,
            Gifts gifts,
            Reports reports,
            Remainders remainders,
            OneMoment moment,
            Changes changes) {
        this.snapshots = snapshots;
        this.spending = spending;
        this.proofs = proofs;
        this.amendments = amendments;
        this.gifts = gifts;
        this.reports = reports;
        this.remainders = remainders;
        this.moment = moment;
        this.recent = new Recent<>(Totals.AGE, QUIET, changes::heardUntil, System::nanoTime, this::read);
    }

    /** Of a published or closed campaign; empty otherwise. */
    Mono<FundsSnapshot> find(String slug) {
        return recent.get(slug);
    }

    @Override
    public void changed(Set<UUID> subjects) {
        recent.doubt(
                known -> subjects.isEmpty() || subjects.contains(known.use().campaign()));
    }

    private Mono<Proven> proven(List<Spent> spending, List<Spent> promised) {
        return proofs.of(Stream.concat(spending.stream(), promised.stream())
                        .map(Spent::expense)
                        .toList())
                .collectList()
                .map(found -> new Proven(spending, promised, found));
    }

    private record Proven(List<Spent> spending, List<Spent> promised, List<PublicProof> proofs) {}

    /** As it is now: the figures and the list of what they are made of are of one moment. */
    Mono<FundsSnapshot> read(String slug) {
        return moment.of(snapshots.now(slug).flatMap(this::complete));
    }

    /** With what the page of the campaign does not need: eight queries. */
    Mono<FundsSnapshot> complete(Snapshot seen) {
        UUID campaign = seen.published().campaign().id().value();
        return Mono.zip(
                        Mono.zip(spending.of(campaign), spending.promised(campaign))
                                .flatMap(both -> proven(both.getT1(), both.getT2())),
                        amendments.of(seen.published().campaign().id()),
                        gifts.offline(campaign),
                        remainders.of(campaign),
                        reports.published(seen.published().campaign().id()))
                .map(read -> new FundsSnapshot(
                        seen,
                        read.getT1().spending(),
                        read.getT1().promised(),
                        read.getT1().proofs(),
                        read.getT2(),
                        read.getT3(),
                        read.getT4(),
                        read.getT5()));
    }
}
