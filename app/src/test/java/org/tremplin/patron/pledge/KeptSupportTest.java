package org.tremplin.patron.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.TestConnections;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.transparency.PromisedSupport;

/** Public pages keep what was promised like every other fact: asked for once, and anew when it changed. */
@TestApplication
@Import(Samples.class)
class KeptSupportTest {

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    PromisedSupport support;

    @Autowired
    PledgeClock pledges;

    @Autowired
    TestConnections connections;

    @Autowired
    TestClock clock;

    @Autowired
    DatabaseClient database;

    private Association association;
    private PublishedCampaign campaign;
    private Firm firm;
    private Visitor president;

    @BeforeEach
    void campaign() {
        association = samples.association("Le Lavoir " + UUID.randomUUID());
        campaign = samples.campaign(association, "lavoir-" + UUID.randomUUID());
        firm = Firm.of(visitors, database, campaign);
        president = samples.president(association);
    }

    @Test
    void asksNothingForAPageThatIsKept() {
        agree();
        String page = "/c/" + campaign.campaign().slug() + "/mecene";
        visitors.anonymous().page(page);
        assertThat(least(() -> visitors.anonymous().page(page))).isZero();
    }

    @Test
    void asksAsOftenForManyPromisesAsForOne() {
        assertThat(least(this::read)).isEqualTo(1);
        agree();
        assertThat(least(this::read)).isEqualTo(2);
        for (int more = 0; more < 10; more++) {
            database.sql("""
                    insert into patron.pledge select (jsonb_populate_record(one, jsonb_build_object('id', gen_random_uuid()))).*
                    from patron.pledge one where id = :id
                    """).bind("id", firm.id()).then().block();
        }
        assertThat(read().promisedCents()).isEqualTo(440_000);
        assertThat(least(this::read)).isEqualTo(2);
    }

    @Test
    void showsWhatBecomesOfAPromiseAsItHappens() {
        assertThat(firm.evidence(page -> true)).doesNotContain("promis par convention");
        agree();
        firm.evidence(page -> page.contains("dont 0\u00A0€ reçus, 250\u00A0€ débloqués"));
        president
                .post(desk() + "/versements/1", "jour", today().toString(), "montant", "250", "reste", "25000")
                .expectStatus()
                .isSeeOther();
        firm.evidence(page -> page.contains("dont 250\u00A0€ reçus, 0\u00A0€ débloqués"));
        clock.set(clock.instant().plus(Duration.ofDays(800)));
        pledges.tick().block();
        firm.evidence(page -> page.contains("150\u00A0€ promis ne viendront pas"));
    }

    @Test
    void tellsThePageOfTheCampaignWhatIsStillToCome() {
        agree();
        Document page = Jsoup.parse(
                visitors.anonymous().page("/c/" + campaign.campaign().slug()));
        assertThat(page.select("[data-total=promised]").text().replaceAll("[\\u00A0\\u202F]", " "))
                .startsWith("Promis par des mécènes, ni reçus ni comptés encore : 400 € (au ")
                .endsWith("2026).");
        assertThat(page.select("[data-total=received]").get(0).text())
                .startsWith("0")
                .endsWith("€");
        assertThat(visitors.anonymous().page("/en/c/" + campaign.campaign().slug()))
                .contains("Promised by patrons, neither received nor counted yet: €400 (on");
    }

    @Test
    void writesSumsAndNoNameInTheFileThatTravels() {
        firm.propose(today(), "nomPublic", "oui", "montantPublic", "oui")
                .expectStatus()
                .isSeeOther();
        firm.accepts();
        president.post(desk() + "/accord").expectStatus().isSeeOther();
        assertThat(visitors.anonymous().page("/c/" + campaign.campaign().slug() + "/preuves.json"))
                .contains("\"promisedCents\" : 40000", "\"dueCents\" : 25000", "\"awaitedCents\" : 15000")
                .doesNotContain("Quincaillerie");
    }

    private void agree() {
        firm.propose(today()).expectStatus().isSeeOther();
        firm.accepts();
        president.post(desk() + "/accord").expectStatus().isSeeOther();
    }

    private PromisedSupport.Support read() {
        return support.of(campaign, today()).block();
    }

    /** Queries of some visits, the least: the application asks things of its own meanwhile. */
    private long least(Runnable visit) {
        return LongStream.range(0, 5)
                .map(look -> {
                    long before = connections.queries();
                    visit.run();
                    return connections.queries() - before;
                })
                .min()
                .orElseThrow();
    }

    private String desk() {
        return "/espace/" + association.slug() + "/c/"
                + campaign.campaign().id().value() + "/promesses/" + firm.id();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), association.zone());
    }
}
