package org.tremplin.operation.demo;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tremplin.association.Means;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.donation.DonationState;
import org.tremplin.donation.Giving;
import org.tremplin.payment.SimulatedBank;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** What donors and their banks do: they give by the gift form, debits come days later, one is taken back. */
@Component
class Donors {

    private static final Logger log = LoggerFactory.getLogger(Donors.class);

    private final Giving giving;
    private final ObjectProvider<SimulatedBank> bank;

    Donors(Giving giving, ObjectProvider<SimulatedBank> bank) {
        this.giving = giving;
        this.bank = bank;
    }

    /** Each gift on its day, what its bank does on later days; nothing where payments are not simulated. */
    Mono<List<Step>> steps(PublishedCampaign to, GiftTable gifts) {
        SimulatedBank simulated = bank.getIfAvailable();
        if (simulated == null) {
            log.info(
                    "Payments are not simulated: the sample campaign {} starts without gifts",
                    to.campaign().slug());
            return Mono.just(List.of());
        }
        CampaignId campaign = to.campaign().id();
        return giving.begun(campaign.value(), gifts.keys(campaign)).map(begun -> {
            List<Step> steps = new ArrayList<>();
            for (GiftTable.Row gift : gifts.rows()) {
                if (unpaid(begun.get(gift.key(campaign)))) {
                    steps.add(new Step(gift.day(), gift.time(), pay(to, gift, simulated)));
                }
                bank(campaign, gift, simulated, steps);
            }
            return steps;
        });
    }

    /** Tells again what banks decided and nobody kept. */
    Mono<Void> hear() {
        SimulatedBank simulated = bank.getIfAvailable();
        return simulated == null ? Mono.empty() : simulated.tellAgain();
    }

    private static boolean unpaid(Giving.@Nullable Begun begun) {
        return begun == null || begun.state() == DonationState.STARTED;
    }

    private Mono<URI> pay(PublishedCampaign to, GiftTable.Row gift, SimulatedBank simulated) {
        Mono<URI> given = Mono.defer(() -> giving.give(to.campaign().slug(), gift.fields(to), Language.FR));
        return switch (gift.means()) {
            case CARD -> given.flatMap(page -> simulated.decide(session(page), SimulatedBank.Outcome.PAID));
            case DEBIT -> given.flatMap(page -> simulated.decide(session(page), SimulatedBank.Outcome.PENDING));
            case TRANSFER, CHEQUE, CASH -> given;
        };
    }

    private void bank(CampaignId campaign, GiftTable.Row gift, SimulatedBank simulated, List<Step> steps) {
        if (gift.means() == Means.DEBIT) {
            gift.counts()
                    .ifPresent(day -> steps.add(new Step(
                            day,
                            gift.time(),
                            session(campaign, gift, simulated)
                                    .flatMap(session -> simulated.decide(session, SimulatedBank.Outcome.CONFIRMED)))));
        }
        gift.later("retour:")
                .ifPresent(day -> steps.add(new Step(
                        day, gift.time(), session(campaign, gift, simulated).flatMap(simulated::returnDebit))));
    }

    private Mono<String> session(CampaignId campaign, GiftTable.Row gift, SimulatedBank simulated) {
        return begun(campaign, gift)
                .flatMap(begun -> Mono.justOrEmpty(begun.payment()))
                .flatMap(simulated::sessionOf);
    }

    /** As it stands when the step is taken. */
    Mono<Giving.Begun> begun(CampaignId campaign, GiftTable.Row gift) {
        String key = gift.key(campaign);
        return Mono.defer(() -> giving.begun(campaign.value(), List.of(key)))
                .mapNotNull((Map<String, Giving.Begun> found) -> found.get(key));
    }

    private static String session(URI page) {
        return page.getPath().substring(page.getPath().lastIndexOf('/') + 1);
    }
}
