package org.tremplin.operation.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.association.Role;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.donation.GivingBack;
import org.tremplin.donation.OfflineGiving;
import org.tremplin.identity.People;
import org.tremplin.payment.SimulatedBank;
import reactor.core.publisher.Mono;

/** What treasurers do: sheets of cheques and cash, trips to the bank, refunds. */
@Component
class Treasury {

    private static final LocalTime AFTERNOON = LocalTime.of(17, 10);
    private static final LocalTime EVENING = LocalTime.of(20, 40);

    private final OfflineGiving offline;
    private final GivingBack givingBack;
    private final Donors donors;
    private final Associations associations;
    private final People people;
    private final ObjectProvider<SimulatedBank> bank;

    Treasury(
            OfflineGiving offline,
            GivingBack givingBack,
            Donors donors,
            Associations associations,
            People people,
            ObjectProvider<SimulatedBank> bank) {
        this.offline = offline;
        this.givingBack = givingBack;
        this.donors = donors;
        this.associations = associations;
        this.people = people;
        this.bank = bank;
    }

    /** What donors announced and what goes back to them, on the days their table tells. */
    List<Step> steps(PublishedCampaign of, GiftTable gifts) {
        List<Step> steps = new ArrayList<>();
        if (bank.getIfAvailable() == null) {
            return steps;
        }
        CampaignId campaign = of.campaign().id();
        for (GiftTable.Row gift : gifts.rows()) {
            gift.later("arrive:")
                    .ifPresent(day -> steps.add(new Step(
                            day,
                            AFTERNOON,
                            donors.begun(campaign, gift)
                                    .flatMap(begun -> association(of)
                                            .flatMap(to -> Mono.justOrEmpty(begun.payment())
                                                    .flatMap(
                                                            promise -> offline.receive(to, promise, gift.cents())))))));
            gift.later("rendu:")
                    .ifPresent(day -> steps.add(new Step(
                            day,
                            EVENING,
                            donors.begun(campaign, gift)
                                    .flatMap(begun -> treasurer(of)
                                            .flatMap(by -> givingBack.giveBack(
                                                    of.campaign().association().value(),
                                                    begun.donation(),
                                                    gift.key(campaign),
                                                    gift.cents(),
                                                    by))))));
        }
        return steps;
    }

    /** A sheet is typed, taken to the bank two days later, and on the account two days after that. */
    List<Step> sheet(PublishedCampaign to, LocalDate firstDay, int day, GiftTable gifts) {
        return List.of(
                new Step(
                        day,
                        EVENING,
                        association(to)
                                .flatMap(association -> treasurer(to)
                                        .flatMap(by -> offline.enter(association, to, gifts.sheet(to, firstDay), by)))),
                deposit(to, day + 2),
                new Step(
                        day + 4,
                        AFTERNOON,
                        association(to)
                                .flatMap(association -> offline.clear(
                                        association, to.campaign().id().value()))));
    }

    Step deposit(PublishedCampaign of, int day) {
        return new Step(
                day,
                AFTERNOON,
                association(of)
                        .flatMap(association ->
                                offline.deposit(association, of.campaign().id().value())));
    }

    private Mono<Association> association(PublishedCampaign of) {
        return Mono.defer(() -> associations.find(of.campaign().association()));
    }

    private Mono<UUID> treasurer(PublishedCampaign of) {
        return association(of)
                .flatMap(association -> people.findByEmail(DemoPerson.of(association.slug()).stream()
                        .filter(person -> person.role() == Role.TREASURER)
                        .findFirst()
                        .orElseThrow()
                        .email()))
                .map(person -> person.id());
    }
}
