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
import org.tremplin.transparency.PublicProofs;
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

    @Bean
    Heard<ProofPublished> onProofAwaited(PublicProofs proofs, Releases releases) {
        return new Heard<>(
                "patron.pledge.proof",
                ProofPublished.class,
                facts -> proofs.campaigns(
                                facts.stream().map(ProofPublished::proof).toList())
                        .collectList()
                        .flatMapMany(
                                campaigns -> Flux.fromStream(campaigns.stream().sorted()))
                        .concatMap(campaign -> releases.now(new CampaignId(campaign)))
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
