package org.tremplin;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.donation.Giving;
import org.tremplin.payment.SimulatedBank;
import org.tremplin.platform.event.Pump;
import org.tremplin.platform.web.Language;

/** Gifts by card by the application's own path: the form, the bank's page, the books. Many at once: {@link PaidGifts}. */
@TestComponent
public class CardGifts {

    @Autowired
    Giving giving;

    @Autowired
    SimulatedBank bank;

    @Autowired
    Pump pump;

    @Autowired
    DatabaseClient database;

    /** @return the token of its page */
    public String give(PublishedCampaign to, int euros) {
        return give(to, Map.of("montant", String.valueOf(euros)));
    }

    /**
     * @param said fields of the form, beside or in place of those of an ordinary gift
     * @return the token of its page
     */
    public String give(PublishedCampaign to, Map<String, String> said) {
        String session = begin(to, said);
        bank.decide(session, SimulatedBank.Outcome.PAID).block();
        pump.drain().block();
        return database.sql("select token from donation.donation where payment_id = :payment")
                .bind("payment", payment(session))
                .mapValue(String.class)
                .one()
                .block();
    }

    /** One that is not paid yet. @return the bank's session of it */
    public String begin(PublishedCampaign to, Map<String, String> said) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "cle", "key-" + UUID.randomUUID(),
                "montant", "50",
                "prenom", "Ada",
                "nom", "Essai",
                "email", UUID.randomUUID() + "@dons.example"));
        fields.putAll(said);
        String page =
                giving.give(to.campaign().slug(), fields, Language.FR).block().getPath();
        return page.substring(page.lastIndexOf('/') + 1);
    }

    public UUID payment(String session) {
        return database.sql("select id from payment.payment where session_id = :session")
                .bind("session", session)
                .mapValue(UUID.class)
                .one()
                .block();
    }
}
