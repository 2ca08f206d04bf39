package org.tremplin.donation.donor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.platform.event.Pump;

@TestApplication
@Import(Samples.class)
class AssociationGiftsTest {

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    Pump pump;

    @Autowired
    DatabaseClient database;

    private Association association;
    private Visitor treasurer;

    @BeforeEach
    void association() {
        association = samples.association("Les Jardins " + UUID.randomUUID());
        treasurer = visitors.member(association.slug(), "TREASURER");
    }

    @Test
    void showsTheTreasurerWhoGave() {
        give(samples.campaign(association, slug()), "Marie", "Curie");
        assertThat(treasurer.page("/espace/" + association.slug() + "/dons"))
                .contains("Marie Curie", "50,00\u00A0€", "Un jardin pour tous");
    }

    @Test
    void showsTheFeeOfAGiftAsSoonAsTheProviderTold() {
        PublishedCampaign campaign = samples.campaign(association, slug());
        give(campaign, "Marie", "Curie");
        String gifts = "/espace/" + association.slug() + "/dons";
        String page = "/c/" + campaign.campaign().slug();
        String list = "/espace/" + association.slug() + "/campagnes";
        assertThat(treasurer.page(gifts)).contains("frais 1,00\u00A0€").doesNotContain("en cours de calcul");
        assertThat(treasurer.page(page)).contains("Les frais de paiement ont pris 1,00\u00A0€.");
        assertThat(treasurer.page(list)).contains("frais de paiement 1,00\u00A0€");

        PublishedCampaign next = samples.campaign(association, slug());
        give(next, "Ada", "Lovelace");
        forgetFee(next);
        assertThat(treasurer.page(gifts)).contains("frais 1,00\u00A0€", "frais en cours de calcul");
        assertThat(treasurer.page("/c/" + next.campaign().slug())).contains("frais en cours de calcul");
        assertThat(treasurer.page(list)).contains("le reste en cours de calcul");
        assertThat(treasurer.page(page)).doesNotContain("en cours de calcul");
    }

    /** As if the provider had not told yet. */
    private void forgetFee(PublishedCampaign campaign) {
        database.sql("""
                update payment.payment set fee_cents = null
                where id in (select settled_by from donation.donation where campaign_id = :campaign)
                """)
                .bind("campaign", campaign.campaign().id().value())
                .then()
                .block();
    }

    @Test
    void showsNothingOfAnotherAssociation() {
        Association other = samples.association("Les Voisins " + UUID.randomUUID());
        give(samples.campaign(other, slug()), "Ada", "Lovelace");
        assertThat(treasurer.page("/espace/" + association.slug() + "/dons")).doesNotContain("Lovelace");
    }

    @Test
    void listsTheReceiptsAskedForWithoutLettingAFormulaRun() {
        give(samples.campaign(association, slug()), "-1", "Dupont");
        String csv = treasurer.page("/espace/" + association.slug() + "/dons/recus-demandes.csv");
        assertThat(csv)
                .startsWith("\uFEFFdate du paiement;montant en euros;")
                .contains(
                        "2026-11-16;50,00;'-1;Dupont;;;;12 rue Neuve;69008;Valmorin;FR;donne@exemple.example;carte\r\n");
    }

    private void give(PublishedCampaign campaign, String firstName, String lastName) {
        Visitor donor = visitors.anonymous();
        URI bank = donor.post(
                        "/c/" + campaign.campaign().slug() + "/don",
                        "montant",
                        "50",
                        "email",
                        "donne@exemple.example",
                        "prenom",
                        firstName,
                        "nom",
                        lastName,
                        "recu",
                        "on",
                        "adresse",
                        "12 rue Neuve",
                        "codePostal",
                        "69008",
                        "ville",
                        "Valmorin",
                        "cle",
                        UUID.randomUUID().toString())
                .expectStatus()
                .isSeeOther()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getLocation();
        donor.post(bank.getPath(), "issue", "PAID");
        pump.drain().block();
    }

    private static String slug() {
        return "jardin-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
