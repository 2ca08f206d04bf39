package org.tremplin.donation.donor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.payment.RefundTaken;
import org.tremplin.platform.event.EventLog;
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

    @Autowired
    AssociationGifts sums;

    @Autowired
    EventLog log;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    TestClock clock;

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
        assertThat(treasurer.page("/c/" + next.campaign().slug() + "/preuves.json"))
                .contains("\"feesAwaited\" : true");
        assertThat(treasurer.page("/c/" + next.campaign().slug() + "/mecene")).contains("en cours de calcul");
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
                        "2026-11-16;50,00;'-1;Dupont;;;;12 rue Neuve;69008;Valmorin;FR;donne@exemple.example;carte;\r\n");
    }

    @Test
    void asksForNoReceiptOfWhatWentBack() {
        PublishedCampaign campaign = samples.campaign(association, slug());
        give(campaign, "Ada", "Lovelace");
        give(campaign, "Marie", "Curie");
        give(campaign, "Emmy", "Noether");
        goesBack("Marie", 2_000);
        goesBack("Emmy", 5_000);
        String gifts = "/espace/" + association.slug() + "/dons";
        assertThat(treasurer.page(gifts + "/recus-demandes.csv"))
                .contains(";50,00;Ada;Lovelace;", ";30,00;Marie;Curie;")
                .doesNotContain("Noether");
        assertThat(treasurer.page(gifts)).contains("80\u00A0€");
        assertThat(sums.sums(association.id().value()).block()).isEqualTo(new AssociationGifts.Sums(2, 8_000, 0, 0, 2));
    }

    @Test
    void asksForNoReceiptOfARefusedCheque() {
        PublishedCampaign campaign = samples.campaign(association, slug());
        String offline = "/espace/" + association.slug() + "/dons/hors-ligne";
        treasurer
                .post(
                        offline + "?c=" + campaign.campaign().id().value(),
                        "cle",
                        UUID.randomUUID().toString(),
                        "lignes",
                        "1",
                        "date-0",
                        "2026-11-16",
                        "moyen-0",
                        "cheque",
                        "montant-0",
                        "60",
                        "prenom-0",
                        "Lucie",
                        "nom-0",
                        "Armand",
                        "recu-0",
                        "on",
                        "adresse-0",
                        "1 rue des Essais",
                        "codePostal-0",
                        "69008",
                        "ville-0",
                        "Valmorin")
                .expectStatus()
                .isSeeOther();
        String csv = "/espace/" + association.slug() + "/dons/recus-demandes.csv";
        assertThat(treasurer.page(csv)).contains(";60,00;Lucie;Armand;");
        treasurer
                .post(offline + "/" + text("select id::text from donation.offline_payment where association_id = :id")
                        + "/rejet")
                .expectStatus()
                .isSeeOther();
        assertThat(treasurer.page(csv)).doesNotContain("Armand");
        assertThat(sums.sums(association.id().value()).block().receipts()).isZero();
    }

    private void goesBack(String firstName, long cents) {
        UUID gift = UUID.fromString(text("select id::text from donation.donation where first_name = '" + firstName
                + "' and association_id = :id"));
        UUID payment = UUID.fromString(text("select settled_by::text from donation.donation where first_name = '"
                + firstName + "' and association_id = :id"));
        log.append(new RefundTaken(UUID.randomUUID(), payment, gift, cents, 0, "EUR", clock.instant()))
                .as(transaction::transactional)
                .block();
        pump.drain().block();
    }

    private String text(String sql) {
        return database.sql(sql)
                .bind("id", association.id().value())
                .map(row -> row.get(0, String.class))
                .one()
                .block();
    }

    private void give(PublishedCampaign campaign, String firstName, String lastName) {
        Visitor donor = visitors.anonymous();
        URI bank = Visitor.next(donor.post(
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
                UUID.randomUUID().toString()));
        donor.post(bank.getPath(), "issue", "PAID");
        pump.drain().block();
    }

    private static String slug() {
        return "jardin-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
