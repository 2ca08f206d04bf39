package org.tremplin.patron.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.platform.privacy.Subject;
import reactor.core.publisher.Flux;

/** An association accepts no more than its campaign needs; what both accepted ends once. */
@TestApplication
@Import(Samples.class)
class AcceptingTest {

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    Accepting accepting;

    @Autowired
    Pledges pledges;

    @Autowired
    PledgeData data;

    @Autowired
    TestClock clock;

    @Autowired
    DatabaseClient database;

    private Association association;
    private PublishedCampaign campaign;
    private UUID founder;
    private Visitor president;

    @BeforeEach
    void campaign() {
        association = samples.association("Le Four " + UUID.randomUUID());
        campaign = samples.campaign(association, "accord-" + UUID.randomUUID());
        founder = samples.founder(association);
        president = samples.president(association);
    }

    @Test
    void acceptsNoMoreThanIsNeededWhoeverComesFirst() {
        List<UUID> whole = Stream.of("1 000", "1 000", "1 000")
                .map(amount -> promised(amount).id())
                .toList();
        List<Accepting.Answered> answered = Flux.fromIterable(whole)
                .flatMap(id -> accepting.association(id, founder))
                .collectList()
                .block();
        assertThat(answered)
                .containsExactlyInAnyOrder(
                        Accepting.Answered.DONE, Accepting.Answered.TOO_MUCH, Accepting.Answered.TOO_MUCH);
        UUID late = whole.stream()
                .filter(id -> !pledges.find(id).block().agreed())
                .findFirst()
                .orElseThrow();
        assertThat(body(president.post(desk(late) + "/accord"), 409)).contains("ne peut plus être acceptée", "attend");
    }

    @Test
    void acceptsNothingOnceTheCampaignIsOver() {
        UUID late = promised("400").id();
        clock.pass(Duration.ofDays(40));
        assertThat(accepting.association(late, founder).block()).isEqualTo(Accepting.Answered.TOO_MUCH);
        assertThat(pledges.find(late).block().state()).isEqualTo(PledgeState.PROPOSED);
    }

    @Test
    void saysThatItCannotBeDeclinedAnyMore() {
        Firm firm = agreed("400");
        assertThat(body(president.post(desk(firm.id()) + "/refus", "pourquoi", "Trop tard"), 409))
                .contains("n’attend plus votre réponse", "value=\"Trop tard\"")
                .doesNotContain("C’est noté");
    }

    @Test
    void saysThatAnApportInKindIsOverAndStillTakesItWhenItCame() {
        Firm firm =
                agreed("5 000", "forme", "nature", "objet", "Dix heures", "nomPublic", "oui", "montantPublic", "oui");
        clock.pass(Duration.ofDays(900));
        assertThat(president.page(desk(firm.id())))
                .contains("La convention a pris fin le")
                .doesNotContain("??");
        assertThat(president.page(desk(firm.id()).replaceFirst("/[^/]+$", ""))).contains("convention terminée");
        samples.president(association)
                .post(desk(firm.id()) + "/fin", "arrive", "oui")
                .expectStatus()
                .isSeeOther();
        assertThat(pledges.find(firm.id()).block().state()).isEqualTo(PledgeState.FULFILLED);
    }

    @Test
    void listsPromisesPageByPageAndSumsThemAll() {
        for (int i = 0; i < Pledges.PAGE / 10; i++) {
            Firm firm = agreed("10", "second", "");
            for (int copy = 0; copy < 10; copy++) {
                database.sql("""
                        insert into patron.pledge select (jsonb_populate_record(one, jsonb_build_object('id', gen_random_uuid()))).*
                        from patron.pledge one where id = :id
                        """).bind("id", firm.id()).then().block();
            }
        }
        String all = desk(UUID.randomUUID()).replaceFirst("/[^/]+$", "");
        String first = president.page(all);
        assertThat(first).contains("550\u00A0€").doesNotContain("??");
        int at = first.indexOf("?avant=");
        String second = president.page(all + first.substring(at, at + 43));
        assertThat(second).contains("550\u00A0€").doesNotContain("?avant=");
        assertThat(second.split("Quincaillerie Essai")).hasSize(6);
        president.get(all + "?avant=" + UUID.randomUUID()).expectStatus().isNotFound();
    }

    @Test
    void releasesOnlyWhatIsAcceptedNow() {
        Firm first = agreed("400");
        database.sql("update patron.instalment set released_on = null where pledge_id = '" + first.id() + "'")
                .then()
                .block();
        Firm second = agreed("400");
        assertThat(second.mails("due")).isEqualTo(1);
        assertThat(pledges.find(first.id()).block().dueCents())
                .as("another one waits for the clock")
                .isZero();
    }

    @Test
    void cannotBeWithdrawnOnceAllOfItCame() {
        Firm firm = paid(agreed("400"));
        String link = firm.link("agreed");
        assertThat(visitors.anonymous().page(link)).doesNotContain("/retrait");
        assertThat(body(visitors.anonymous().post(link + "/retrait"), 409)).contains("plus rien à retirer");
        assertThat(body(president.post(desk(firm.id()) + "/fin", "pourquoi", "Fini"), 409))
                .contains("plus rien à terminer");
        assertThat(pledges.find(firm.id()).block().state()).isEqualTo(PledgeState.ACCEPTED);
    }

    @Test
    void endsByTheAssociationWhatWillNotCome() {
        Firm firm = agreed("400");
        data.erase(new Subject(firm.email())).block();
        UUID id = UUID.fromString(text("select id::text from patron.pledge where campaign_id = '"
                + campaign.campaign().id().value() + "'"));
        String end = desk(id) + "/fin";
        assertThat(president.page(desk(id))).contains(end).doesNotContain("??");
        assertThat(body(president.post(end), 422)).contains("Dites pourquoi");
        visitors.member(association.slug(), "TREASURER")
                .post(end, "pourquoi", "L’atelier a fermé")
                .expectStatus()
                .isForbidden();
        assertThat(body(president.post(end, "arrive", "oui"), 409))
                .as("it is money")
                .contains("plus rien à terminer");
        for (int i = 0; i < 2; i++) {
            president.post(end, "pourquoi", "L’atelier a fermé").expectStatus().isSeeOther();
        }
        Pledge ended = pledges.find(id).block();
        assertThat(ended.state()).isEqualTo(PledgeState.ENDED);
        assertThat(ended.outstandingCents()).isZero();
        assertThat(ended.withdrawnCents()).isEqualTo(40_000);
        assertThat(president.page(desk(id)))
                .contains("a mis fin à cette promesse", "L’atelier a fermé")
                .doesNotContain(end, "??");
        assertThat(accepting.association(promised("1 000").id(), founder).block())
                .as("it is needed again")
                .isEqualTo(Accepting.Answered.DONE);
    }

    @Test
    void notesThatSupportInKindCame() {
        Firm firm = agreed("5 000", "forme", "nature", "objet", "Dix heures", "nomPublic", "oui");
        assertThat(president.page(desk(firm.id()))).contains("Dire si l’apport est arrivé");
        president.post(desk(firm.id()) + "/fin", "arrive", "oui").expectStatus().isSeeOther();
        assertThat(pledges.find(firm.id()).block().state()).isEqualTo(PledgeState.FULFILLED);
        assertThat(visitors.anonymous().page(firm.link("fulfilled")))
                .contains("cet apport est arrivé")
                .doesNotContain("/retrait", "??");
        assertThat(visitors.anonymous().page("/c/" + campaign.campaign().slug() + "/mecene"))
                .contains("Quincaillerie Essai a promis des compétences");
    }

    private Firm agreed(String amount, String... other) {
        Firm firm = promised(amount, other);
        president.post(desk(firm.id()) + "/accord").expectStatus().isSeeOther();
        return firm;
    }

    private Firm paid(Firm firm) {
        database.sql("insert into patron.instalment_gift (donation_id, pledge_id, number, cents, settled_on)"
                        + " select gen_random_uuid(), pledge_id, number, cents, current_date from patron.instalment"
                        + " where pledge_id = '" + firm.id() + "'")
                .then()
                .block();
        return firm;
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

    private Firm promised(String amount, String... other) {
        Firm firm = Firm.of(visitors, database, campaign);
        firm.propose(
                        today(),
                        Stream.concat(Stream.of("montant", amount), Stream.of(other))
                                .toArray(String[]::new))
                .expectStatus()
                .isSeeOther();
        firm.accepts();
        return firm;
    }

    private String desk(UUID promise) {
        return "/espace/" + association.slug() + "/c/"
                + campaign.campaign().id().value() + "/promesses/" + promise;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), association.zone());
    }

    private String text(String sql) {
        return String.valueOf(
                database.sql(sql).map(row -> row.get(0, String.class)).first().block());
    }
}
