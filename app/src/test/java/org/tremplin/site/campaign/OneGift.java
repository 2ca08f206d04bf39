package org.tremplin.site.campaign;

import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.donation.Giving;
import org.tremplin.payment.SimulatedBank;
import org.tremplin.platform.event.Pump;
import org.tremplin.platform.web.Language;

/** A gift by card, settled. */
@TestComponent
class OneGift {

    @Autowired
    Giving giving;

    @Autowired
    SimulatedBank bank;

    @Autowired
    Pump pump;

    void give(PublishedCampaign to, int euros) {
        Map<String, String> fields = Map.of(
                "cle", UUID.randomUUID().toString(),
                "montant", String.valueOf(euros),
                "prenom", "Claire",
                "nom", "Essai",
                "email", "claire@dons.example");
        giving.give(to.campaign().slug(), fields, Language.FR)
                .map(page -> page.getPath().substring(page.getPath().lastIndexOf('/') + 1))
                .flatMap(session -> bank.decide(session, SimulatedBank.Outcome.PAID))
                .block();
        pump.drain().block();
    }
}
