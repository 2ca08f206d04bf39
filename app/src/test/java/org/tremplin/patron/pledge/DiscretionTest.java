package org.tremplin.patron.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.platform.privacy.Subject;

/** What a promise does not tell strangers. */
@TestApplication
@Import(Samples.class)
class DiscretionTest {

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    PledgeData data;

    @Autowired
    TestClock clock;

    @Autowired
    DatabaseClient database;

    private Association association;
    private PublishedCampaign campaign;
    private String slug;
    private Firm firm;

    @BeforeEach
    void campaign() {
        database.sql("delete from patron.pledge_try").then().block();
        association = samples.association("Le Rucher " + UUID.randomUUID());
        slug = "discret-" + UUID.randomUUID();
        campaign = samples.campaign(association, slug);
        firm = Firm.of(visitors, database, campaign);
    }

    @Test
    void tellsNoNeedThatWouldTellAHiddenAmount() {
        agree("nomPublic", "oui");
        assertThat(form())
                .contains("il manque 1\u202F000\u00A0€ à ce projet", "l’un d’eux ne montre pas son montant")
                .doesNotContain("??");
        Firm other = Firm.of(visitors, database, campaign);
        for (String amount : List.of("600,01", "600")) {
            other.propose(today(), "montant", amount)
                    .expectStatus()
                    .isSeeOther()
                    .expectHeader()
                    .location("/c/" + slug + "/mecene/promesse?envoye=oui");
        }
        assertThat(body(other.propose(today(), "montant", "1 000,01"), 422)).contains("1\u202F000\u00A0€ au plus");
    }

    @Test
    void tellsTheAssociationAloneThatAPromiseIsMoreThanWhatIsMissing() {
        agree("nomPublic", "oui");
        Firm other = Firm.of(visitors, database, campaign);
        other.propose(today(), "montant", "600,01").expectStatus().isSeeOther();
        other.accepts();
        assertThat(body(
                        samples.president(association)
                                .post("/espace/" + association.slug() + "/c/"
                                        + campaign.campaign().id().value() + "/promesses/" + other.id() + "/accord"),
                        409))
                .doesNotContain("??");
        assertThat(other.text("select state from patron.pledge where id = '" + other.id() + "'"))
                .isEqualTo("PROPOSED");
    }

    @Test
    void tellsTheNeedAfterPromisesThatHideNothing() {
        agree("nomPublic", "oui", "montantPublic", "oui");
        assertThat(form()).contains("il manque 600\u00A0€ à ce projet");
        assertThat(body(Firm.of(visitors, database, campaign).propose(today(), "montant", "600,01"), 422))
                .contains("C’est plus que ce qui manque", "600\u00A0€ au plus");
    }

    @Test
    void tellsAMemberByMailOnlyThatNobodyPromisesToThemselves() {
        String own = firm.text("select email from identity.person where id = '" + samples.founder(association) + "'");
        for (int i = 0; i < 5; i++) {
            firm.propose(today(), "email", own.toUpperCase(Locale.ROOT))
                    .expectStatus()
                    .isSeeOther()
                    .expectHeader()
                    .location("/c/" + slug + "/mecene/promesse?envoye=oui");
        }
        firm.propose(today(), "email", own).expectStatus().isEqualTo(429);
        assertThat(firm.text("select count(*)::text from patron.pledge where email = '" + own + "'"))
                .isEqualTo("0");
        assertThat(firm.text("select count(*)::text from notification.mail where recipient = '" + own
                        + "' and kind = 'patron.pledge-own'"))
                .isEqualTo("1");
        assertThat(visitors.anonymous()
                        .page("/demo/courrier/"
                                + firm.text("select id::text from notification.mail where recipient = '" + own
                                        + "' and kind = 'patron.pledge-own'")))
                .contains("on ne se promet rien à soi-même", association.name())
                .doesNotContain("??");
    }

    @Test
    void citesAPatronOnlyAsLongAsItAgrees() {
        agree("nomPublic", "oui", "montantPublic", "oui");
        String link = firm.link("agreed");
        assertThat(visitors.anonymous().page(link)).contains("Enregistrer ce choix");
        assertThat(evidence()).contains("Quincaillerie Essai\u00A0: 400");
        visitors.anonymous()
                .post(link + "/public", "nomPublic", "oui")
                .expectStatus()
                .isSeeOther();
        assertThat(firm.evidence(page -> page.contains("Quincaillerie Essai a promis")))
                .doesNotContain("400\u00A0€ promis");
        visitors.anonymous().post(link + "/public").expectStatus().isSeeOther();
        assertThat(firm.evidence(page -> !page.contains("Quincaillerie")))
                .as("it would tell the amount")
                .contains("dont le montant n’est pas public")
                .doesNotContain("400\u00A0€ promis", "??");
        assertThat(firm.text("select (agreement like '%peut être cité%')::text from patron.pledge where id = '"
                        + firm.id() + "'"))
                .as("what was accepted stays as it was")
                .isEqualTo("true");
    }

    @Test
    void citesNobodyWhoWasErased() {
        agree("nomPublic", "oui", "montantPublic", "oui");
        data.erase(new Subject(firm.email())).block();
        assertThat(evidence()).contains("400\u00A0€ promis").doesNotContain("Quincaillerie");
    }

    @Test
    void tellsNoHiddenAmountOnceTheNameIsTakenBackOrErased() {
        agree("nomPublic", "oui");
        assertThat(firm.text("select agreement from patron.pledge where id = '" + firm.id() + "'"))
                .contains("ni avec le nom, ni dans une somme");
        visitors.anonymous()
                .post(firm.link("agreed") + "/public")
                .expectStatus()
                .isSeeOther();
        assertThat(firm.evidence(page -> !page.contains("Quincaillerie"))).doesNotContain("400\u00A0€");
        assertThat(form()).contains("il manque 1\u202F000\u00A0€ à ce projet");
        data.erase(new Subject(firm.email())).block();
        assertThat(evidence()).doesNotContain("400\u00A0€").contains("dont le montant n’est pas public");
        assertThat(form()).contains("il manque 1\u202F000\u00A0€ à ce projet");
    }

    @Test
    void takesNoNameAloneOnceTheAmountIsInASum() {
        agree();
        assertThat(evidence()).contains("400\u00A0€ promis");
        String link = firm.link("agreed");
        assertThat(body(visitors.anonymous().post(link + "/public", "nomPublic", "oui"), 422))
                .contains("cette somme baisserait", "id=\"e-montantPublic\"")
                .doesNotContain("??");
        assertThat(evidence()).contains("400\u00A0€ promis").doesNotContain("Quincaillerie");
        visitors.anonymous()
                .post(link + "/public", "nomPublic", "oui", "montantPublic", "oui")
                .expectStatus()
                .isSeeOther();
        assertThat(firm.evidence(page -> page.contains("Quincaillerie"))).contains("400\u00A0€ promis");
    }

    @Test
    void keepsTheNewestLinkAsLongAsAPromiseRuns() {
        firm.propose(today()).expectStatus().isSeeOther();
        clock.pass(Duration.ofHours(1));
        answer();
        assertThat(links()).as("to accept, agreed, due").isEqualTo("3");
        data.forget(clock.instant().plus(Duration.ofDays(200)), 1_000).block();
        assertThat(links()).as("the newest are of one moment").isEqualTo("2");
        assertThat(visitors.anonymous().page(firm.link("due"))).contains("Votre promesse");
        data.forget(clock.instant().plus(Duration.ofDays(1_500)), 1_000).block();
        assertThat(links()).as("an instalment is due for ever").isEqualTo("2");
        firm.text("update patron.instalment set withdrawn_on = current_date where pledge_id = '" + firm.id()
                + "' returning 1::text");
        data.forget(clock.instant().plus(Duration.ofDays(1_500)), 1_000).block();
        assertThat(links()).isEqualTo("0");
    }

    private String links() {
        return firm.text("select count(*)::text from patron.pledge_link where pledge_id = '" + firm.id() + "'");
    }

    @Test
    void forgetsAfterADayWhoTried() {
        String own = firm.text("select email from identity.person where id = '" + samples.founder(association) + "'");
        firm.propose(today(), "email", own).expectStatus().isSeeOther();
        data.forget(clock.instant().plus(Duration.ofHours(23)), 1_000).block();
        assertThat(firm.text("select count(*)::text from patron.pledge_try")).isEqualTo("1");
        data.forget(clock.instant().plus(Duration.ofHours(25)), 1_000).block();
        assertThat(firm.text("select count(*)::text from patron.pledge_try")).isEqualTo("0");
    }

    private String evidence() {
        return visitors.anonymous().page("/c/" + slug + "/mecene");
    }

    private void agree(String... other) {
        firm.propose(today(), other).expectStatus().isSeeOther();
        answer();
    }

    private void answer() {
        firm.accepts();
        samples.president(association)
                .post("/espace/" + association.slug() + "/c/"
                        + campaign.campaign().id().value() + "/promesses/" + firm.id() + "/accord")
                .expectStatus()
                .isSeeOther();
    }

    private String form() {
        return visitors.anonymous().page("/c/" + slug + "/mecene/promesse");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), association.zone());
    }

    private static String body(WebTestClient.ResponseSpec answer, int status) {
        return String.valueOf(answer.expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
