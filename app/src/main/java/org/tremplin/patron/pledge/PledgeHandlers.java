package org.tremplin.patron.pledge;

import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tremplin.campaign.CampaignId;
import org.tremplin.donation.DonationReversed;
import org.tremplin.donation.DonationSettled;
import org.tremplin.platform.event.OnBatch;
import org.tremplin.transparency.ProofPublished;
import org.tremplin.transparency.ReportPublished;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What promises hear: money that came or went back, reports and proofs that became public. */
@Configuration(proxyBeanMethods = false)
class PledgeHandlers {

    @Bean
    Heard<DonationSettled> onInstalmentPaid(PledgeGifts gifts) {
        return new Heard<>("patron.pledge.paid", DonationSettled.class, gifts::settled);
    }

    @Bean
    Heard<DonationReversed> onInstalmentReturned(PledgeGifts gifts) {
        return new Heard<>(
                "patron.pledge.returned",
                DonationReversed.class,
                facts -> gifts.returned(facts.stream()
                        .map(DonationReversed::donation)
                        .distinct()
                        .toList()));
    }

    @Bean
    Heard<ReportPublished> onReportAwaited(Releases releases) {
        return new Heard<>(
                "patron.pledge.report",
                ReportPublished.class,
                facts -> Flux.fromStream(facts.stream()
                                .map(ReportPublished::campaign)
                                .distinct()
                                .sorted())
                        .concatMap(campaign -> releases.now(new CampaignId(campaign)))
                        .then());
    }

    /** The fact names a proof only: the few campaigns that wait for one are looked at. */
    @Bean
    Heard<ProofPublished> onProofAwaited(Releases releases) {
        return new Heard<>(
                "patron.pledge.proof",
                ProofPublished.class,
                facts -> releases.waitingFor(Condition.Kind.PROOF)
                        .collectList()
                        .flatMapMany(Flux::fromIterable)
                        .concatMap(releases::now)
                        .then());
    }

    record Heard<F extends Record>(String name, Class<F> hears, Function<List<F>, Mono<Void>> what)
            implements OnBatch<F> {

        @Override
        public Mono<Void> handle(List<F> facts) {
            return what.apply(facts);
        }
    }
}
