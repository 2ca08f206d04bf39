package org.tremplin.transparency.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.CardGifts;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.transparency.Remainder;
import org.tremplin.transparency.Remainders;

/** Money of an ended campaign that was not spent: what becomes of it is stated, in public. */
@TestApplication
@Import({Samples.class, CardGifts.class})
class RemainderTest {

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    Remainders remainders;

    @Autowired
    CardGifts gifts;

    @Autowired
    DatabaseClient database;

    @Autowired
    TestClock clock;

    private Association association;
    private PublishedCampaign campaign;
    private Visitor treasurer;
    private String home;
    private String gift;

    @BeforeEach
    void campaign() {
        association = samples.association("Reste " + UUID.randomUUID());
        campaign = samples.campaign(
                association, "reste-" + UUID.randomUUID().toString().substring(24));
        treasurer = visitors.member(association.slug(), "TREASURER");
        home = "/espace/" + association.slug() + "/c/" + id();
        gift = gifts.give(campaign, 60);
    }

    @Test
    void isStatedOnceTheCampaignIsOver() {
        assertThat(treasurer.page(home + "/reliquat"))
                .contains("reçoit encore des dons")
                .doesNotContain("name=\"sort\"");
        treasurer.post(home + "/cloture").expectStatus().isSeeOther();
        assertThat(treasurer.page("/espace/" + association.slug() + "/depenses"))
                .contains("/reliquat");

        state("PURPOSE", "vers", "Les plants de l’an prochain");

        Remainder stated = remainders.of(id()).block().get(0);
        assertThat(stated.cents()).isEqualTo(5_885);
        assertThat(stated.role()).isEqualTo("TREASURER");
        assertThat(stated.on()).isEqualTo(LocalDate.ofInstant(clock.instant(), association.zone()));
        assertThat(anyone("/fonds"))
                .contains("58,85", "sont gardés pour", "Les plants de l’an prochain", "comme annoncé", "Trésorerie")
                .doesNotContain("n’a pas encore dit", "??");
        assertThat(anyone("/preuves.json"))
                .contains("\"fate\" : \"purpose\"", "\"cents\" : 5885", "\"to\" : \"Les plants de l’an prochain\"")
                .doesNotContain("\"what\" : \"remainders\"");
        assertThat(anyone("/mecene"))
                .contains("58,85", "sont gardés pour", "Les plants de l’an prochain")
                .doesNotContain("??");
        assertThat(visitors.anonymous().page("/en/c/" + campaign.campaign().slug() + "/fonds"))
                .contains("are kept for:", "Treasurer")
                .doesNotContain("??");
        assertThat(visitors.anonymous().page("/don/" + gift))
                .contains("Le texte que vous avez accepté", "nous plantons moins", "Les plants de l’an prochain");
    }

    @Test
    void isMissedInPublicUntilItIsStated() {
        close();
        assertThat(anyone("/fonds"))
                .contains("Il reste 58,85", "n’a pas encore dit", "En dessous de l’objectif, nous plantons moins.");
    }

    @Test
    void standsInTheJournalAndNeverChanges() {
        close();
        state("OBJECT");
        state("OBJECT"); // the same, said twice
        state("REFUND");
        assertThat(remainders.of(id()).block())
                .extracting(Remainder::fate)
                .containsExactly(Remainder.Fate.REFUND, Remainder.Fate.OBJECT);
        assertThat(anyone("/journal"))
                .contains("Argent non dépensé", "Cultiver ensemble", "rendu aux donateurs", "Trésorerie")
                .doesNotContain("??");
        assertThatThrownBy(() -> database.sql("update transparency.remainder set cents = 1 where campaign_id = :id")
                        .bind("id", id())
                        .then()
                        .block())
                .isNotNull();
    }

    @Test
    void isCarriedOverToAnotherCampaignOfTheSameAssociationOnly() {
        close();
        PublishedCampaign next = samples.campaign(
                association, "suite-" + UUID.randomUUID().toString().substring(24));
        PublishedCampaign foreign = samples.campaign(
                samples.association("Ailleurs " + UUID.randomUUID()),
                "ailleurs-" + UUID.randomUUID().toString().substring(24));
        assertThat(refused("sort", "CAMPAIGN", "campagne", foreign.campaign().slug(), "raison", "x"))
                .contains("Choisissez une campagne");
        state("CAMPAIGN", "campagne", next.campaign().slug());
        assertThat(anyone("/fonds")).contains("/c/" + next.campaign().slug());
    }

    @Test
    void keepsWhatWasTypedUntilItIsWhole() {
        close();
        assertThat(refused("sort", "PURPOSE", "vers", "", "raison", "Un motif gardé"))
                .contains("Dites pour quel usage", "Un motif gardé");
        assertThat(refused("sort", "VANISH", "raison", "")).contains("Choisissez ce que devient", "Dites pourquoi");
        assertThat(remainders.of(id()).block()).isEmpty();
    }

    @Test
    void standsInTheClosingReport() {
        close();
        state("PURPOSE", "vers", "Un troisième bac");
        String report = String.valueOf(treasurer
                .post(home + "/bilans")
                .returnResult(String.class)
                .getResponseHeaders()
                .getLocation());
        treasurer
                .post(report + "/publication", "titre", "La fin", "texte", "Merci à tous.", "cloture", "on")
                .expectStatus()
                .isSeeOther();
        assertThat(anyone("/nouvelles")).contains("mot de la fin", "Un troisième bac", "comme annoncé");
    }

    private void state(String fate, String... more) {
        String[] fields = new String[more.length + 4];
        System.arraycopy(more, 0, fields, 0, more.length);
        List<String> always = List.of("sort", fate, "raison", "comme annoncé");
        for (int at = 0; at < always.size(); at++) {
            fields[more.length + at] = always.get(at);
        }
        treasurer.post(home + "/reliquat", fields).expectStatus().isSeeOther();
    }

    private String refused(String... fields) {
        return treasurer
                .post(home + "/reliquat", fields)
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private void close() {
        treasurer.post(home + "/cloture").expectStatus().isSeeOther();
    }

    private String anyone(String page) {
        return visitors.anonymous().page("/c/" + campaign.campaign().slug() + page);
    }

    private UUID id() {
        return campaign.campaign().id().value();
    }
}
