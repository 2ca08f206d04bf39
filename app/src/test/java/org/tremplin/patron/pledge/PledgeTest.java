package org.tremplin.patron.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.Role;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.platform.privacy.Subject;

/** A firm proposes, both accept, and both can read what they agreed. */
@TestApplication
@Import(Samples.class)
class PledgeTest {

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    PledgeActs acts;

    @Autowired
    PledgeData data;

    @Autowired
    TestClock clock;

    @Autowired
    DatabaseClient database;

    private Association association;
    private PublishedCampaign campaign;
    private String slug;
    private String desk;
    private Firm firm;
    private String email;
    private UUID founder;
    private Visitor president;

    @BeforeEach
    void campaign() {
        association = samples.association("Le Potager " + UUID.randomUUID());
        slug = "promesse-" + UUID.randomUUID();
        campaign = samples.campaign(association, slug);
        desk = "/espace/" + association.slug() + "/c/"
                + campaign.campaign().id().value() + "/promesses";
        firm = Firm.of(visitors, database, campaign);
        email = firm.email();
        founder = samples.founder(association);
        president = samples.president(association);
    }

    @Test
    void isAgreedOnceBothAcceptedTheSameText() {
        assertThat(visitors.anonymous().page("/c/" + slug + "/mecene/promesse"))
                .contains("Promettre un soutien", "Le bilan")
                .doesNotContain("??");
        propose("ligne", line().toString()).expectStatus().isSeeOther();
        String link = link("proposed");
        assertThat(visitors.anonymous().page(link))
                .contains("Convention de mécénat", "Quincaillerie Essai", "SIREN 999 999 998", "400,00", "Terre")
                .doesNotContain("??");
        assertThat(president.page(desk)).contains("Aucune promesse").doesNotContain("Quincaillerie");

        visitors.anonymous().post(link + "/accord").expectStatus().isSeeOther();
        assertThat(president.page(desk)).contains("Quincaillerie Essai", "attend votre réponse");
        assertThat(acts.awaited(List.of(association.id()), 10).collectList().block())
                .singleElement()
                .satisfies(act -> assertThat(act.isFor(founder, Role.PRESIDENT)).isTrue());
        president.post(one() + "/accord").expectStatus().isSeeOther();

        assertThat(visitors.anonymous().page(link("agreed"))).contains("Convention acceptée par les deux");
        assertThat(president.page(desk)).contains("acceptée par les deux", "400");
        assertThat(text("select encode(sha256(convert_to(agreement, 'UTF8')), 'hex') from patron.pledge where email = '"
                        + email + "'"))
                .isEqualTo(text("select fingerprint from patron.pledge where email = '" + email + "'"));
        assertThat(president.page(one())).doesNotContain("??");
    }

    @Test
    void changesNothingWhenAcceptedTwice() {
        propose();
        String link = link("proposed");
        for (int i = 0; i < 2; i++) {
            visitors.anonymous().post(link + "/accord").expectStatus().isSeeOther();
        }
        for (int i = 0; i < 2; i++) {
            president.post(one() + "/accord").expectStatus().isSeeOther();
        }
        visitors.anonymous().post(link + "/accord").expectStatus().isSeeOther();
        assertThat(text(
                        "select count(*)::text from notification.mail where kind = 'patron.pledge-agreed' and recipient = '"
                                + email + "'"))
                .isEqualTo("1");
    }

    @Test
    void cannotBeAcceptedAfterItsEnd() {
        propose();
        String link = link("proposed");
        clock.set(clock.instant().plus(Duration.ofDays(61)));
        visitors.anonymous().post(link + "/accord").expectStatus().isEqualTo(409);
        assertThat(visitors.anonymous().page(link)).contains("il est trop tard");
        clock.set(clock.instant().minus(Duration.ofDays(61)));
        visitors.anonymous().post(link + "/accord").expectStatus().isSeeOther();
        clock.set(clock.instant().plus(Duration.ofDays(61)));
        samples.president(association).post(one() + "/accord").expectStatus().isEqualTo(409);
    }

    @Test
    void refusesMoreThanIsNeededAndLessThanAEuro() {
        assertThat(body(propose("montant", "1 000,01"), 422)).contains("C’est plus que ce qui manque");
        assertThat(body(propose("montant", "0,99"), 422)).contains("de 1 € au moins".replace(" €", "\u00a0€"));
        assertThat(body(propose("montant", "beaucoup"), 422)).contains("Écrivez un montant");
        assertThat(body(propose("ligne", line().toString(), "montant", "600,01"), 422))
                .contains("C’est plus que ce qui manque", "600");
    }

    @Test
    void refusesAConditionThatCanNeverBeMet() {
        String never = "Cette condition ne peut pas être remplie";
        assertThat(body(propose("quand-2", "bilan:" + UUID.randomUUID()), 422)).contains(never);
        assertThat(body(propose("quand-2", "preuve:" + UUID.randomUUID()), 422)).contains(never);
        assertThat(body(propose("quand-2", "bilan:" + line()), 422)).contains(never);
        assertThat(body(propose("quand-2", ""), 422)).contains("Dites ce que ce versement attend");
        assertThat(body(propose("quand-2", "date", "jour-2", "2020-01-01"), 422))
                .contains("à partir d’aujourd’hui");
    }

    @Test
    void tellsThePatronThatItIsDeclined() {
        propose();
        visitors.anonymous().post(link("proposed") + "/accord").expectStatus().isSeeOther();
        president
                .post(one() + "/refus", "pourquoi", "Trop tard pour nous")
                .expectStatus()
                .isSeeOther();
        assertThat(visitors.anonymous().page(link("refused")))
                .contains("a décliné cette proposition", "Trop tard pour nous");
        president.post(one() + "/accord").expectStatus().isEqualTo(409);
    }

    @Test
    void asksForTheRightRoleAndAConfirmedDevice() {
        propose();
        visitors.anonymous().post(link("proposed") + "/accord").expectStatus().isSeeOther();
        visitors.member(association.slug(), "TREASURER")
                .post(one() + "/accord")
                .expectStatus()
                .isForbidden();
        visitors.unconfirmed(founder).post(one() + "/accord").expectStatus().isSeeOther();
        assertThat(text("select state from patron.pledge where email = '" + email + "'"))
                .isEqualTo("PROPOSED");
        visitors.member(association.slug(), "EDITOR").get(desk).expectStatus().isForbidden();
    }

    @Test
    void canBeWithdrawnBeforeAndAfterItIsAgreed() {
        propose();
        visitors.anonymous().post(link("proposed") + "/retrait").expectStatus().isSeeOther();
        assertThat(visitors.anonymous().page(link("withdrawn"))).contains("a retiré cette promesse");
        visitors.anonymous().post(link("proposed") + "/accord").expectStatus().isEqualTo(409);
        assertThat(text("select count(*)::text from patron.instalment i join patron.pledge p on p.id = i.pledge_id"
                        + " where i.withdrawn_on is not null and p.email = '" + email + "'"))
                .as("nothing was promised yet")
                .isEqualTo("0");
    }

    @Test
    void promisesSkillsApartFromMoney() {
        propose(
                        "forme",
                        "nature",
                        "montant",
                        "5 000",
                        "objet",
                        "Dix heures d’une électricienne\n# 11. Le contrôle\nSans fin.",
                        "nomPublic",
                        "oui")
                .expectStatus()
                .isSeeOther();
        firm.accepts();
        president.post(one() + "/accord").expectStatus().isSeeOther();
        assertThat(text("select count(*)::text from patron.instalment where pledge_id = '" + firm.id() + "'"))
                .isEqualTo("0");
        assertThat(visitors.anonymous().page("/c/" + slug + "/mecene"))
                .contains("Quincaillerie Essai a promis des compétences")
                .doesNotContain("5\u202F000", "promis par convention");
        assertThat(president.page(one())).contains("Dix heures", "en nature").doesNotContain("??");
        String agreement = text("select agreement from patron.pledge where id = '" + firm.id() + "'");
        assertThat(agreement).doesNotContain("versement", "argent non employé");
        assertThat(AgreementText.read(agreement))
                .extracting(AgreementText.Article::heading)
                .containsExactly(
                        "1. Les parties",
                        "2. L’objet",
                        "3. L’apport en nature",
                        "4. Les contreparties",
                        "5. Le nom",
                        "6. L’emploi de l’apport, et comment il est rendu compte",
                        "7. Le reçu",
                        "8. La durée",
                        "9. Les données personnelles",
                        "10. Le droit");
    }

    @Test
    void isReadByThePublicAsThePatronAgreed() {
        propose("nomPublic", "oui", "montantPublic", "oui");
        firm.accepts();
        assertThat(visitors.anonymous().page("/c/" + slug + "/mecene")).doesNotContain("Quincaillerie");
        president.post(one() + "/accord").expectStatus().isSeeOther();
        assertThat(firm.evidence(page -> page.contains("Quincaillerie")))
                .contains("400 € promis par convention, dont 0 € reçus", "Quincaillerie Essai\u00a0: 400 € promis");
        assertThat(visitors.anonymous().page("/en/c/" + slug + "/mecene"))
                .contains("€400 promised by agreement")
                .doesNotContain("??");
    }

    @Test
    void keepsTheAgreementAndForgetsWhoSigned() {
        propose();
        firm.accepts();
        president.post(one() + "/accord").expectStatus().isSeeOther();
        String id = firm.id().toString();
        String link = firm.link("agreed");
        Subject subject = new Subject(email);
        assertThat(data.remains(subject).collectList().block()).hasSize(1);
        data.erase(subject).block();
        data.erase(subject).block();
        assertThat(text("select first_name || last_name || signs_as || email || (agreement like '%Josiane%')::text"
                        + " from patron.pledge where id = '" + id + "'"))
                .isEqualTo("true");
        visitors.anonymous().get(link).expectStatus().isNotFound();
        assertThat(president.page(desk + "/" + id))
                .contains("Quincaillerie Essai")
                .doesNotContain("??");
        // ten years after its end, the text goes too
        data.forget(clock.instant().plus(Duration.ofDays(366 * 12)), 1_000).block();
        assertThat(text("select agreement || organisation from patron.pledge where id = '" + id + "'"))
                .isEmpty();
    }

    @Test
    void leavesNothingOfAnOfferThatLedNowhere() {
        propose();
        UUID id = firm.id();
        data.forget(clock.instant().plus(Duration.ofDays(100)), 1_000).block();
        assertThat(text("select address_block from patron.pledge where id = '" + id + "'"))
                .isEmpty();
        data.forget(clock.instant().plus(Duration.ofDays(300)), 1_000).block();
        assertThat(text("select count(*)::text from patron.pledge where id = '" + id + "'"))
                .isEqualTo("0");
    }

    @Test
    void givesThePaperOfTheAgreement() {
        propose();
        byte[] paper = visitors.anonymous()
                .get("/en" + link("proposed") + "/convention.pdf")
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(new String(paper, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    private WebTestClient.ResponseSpec propose(String... other) {
        return firm.propose(LocalDate.ofInstant(clock.instant(), association.zone()), other);
    }

    private UUID line() {
        return campaign.plan().lines().get(0).id();
    }

    private String one() {
        return desk + "/" + text("select id::text from patron.pledge where email = '" + email + "'");
    }

    private String link(String says) {
        return firm.link(says);
    }

    private static String body(WebTestClient.ResponseSpec answer, int status) {
        String page = answer.expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(page).doesNotContain("??");
        return String.valueOf(page);
    }

    private String text(String sql) {
        return database.sql(sql).map(row -> row.get(0, String.class)).first().block();
    }
}
