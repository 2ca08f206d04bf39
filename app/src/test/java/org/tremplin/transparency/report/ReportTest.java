package org.tremplin.transparency.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
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
import org.tremplin.association.Role;
import org.tremplin.campaign.CampaignNews;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.Promised;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.platform.event.Pump;
import org.tremplin.platform.security.Tokens;
import org.tremplin.transparency.Report;
import org.tremplin.transparency.Reports;
import org.w3c.dom.Document;

/** A report says what the gifts made possible, with the books of that day, and never changes. */
@TestApplication
@Import({Samples.class, CardGifts.class})
class ReportTest {

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    Reports reports;

    @Autowired
    CampaignNews news;

    @Autowired
    ReportActs acts;

    @Autowired
    CardGifts gifts;

    @Autowired
    Pump pump;

    @Autowired
    DatabaseClient database;

    @Autowired
    TestClock clock;

    private Association association;
    private PublishedCampaign campaign;
    private UUID promise;
    private Visitor treasurer;
    private String home;

    @BeforeEach
    void promise() {
        association = samples.association("Bilans " + UUID.randomUUID());
        promise = UUID.randomUUID();
        Plan plan = samples.plan("Un jardin & ses comptes")
                .promising(List.of(new Plan.Promise(
                        promise, Plan.Telling.REPORT, "Bilan de l’an un", LocalDate.of(2026, 11, 20), Role.TREASURER)));
        campaign = samples.publish(association.id(), "bilan-" + UUID.randomUUID(), plan);
        treasurer = visitors.member(association.slug(), "TREASURER");
        home = "/espace/" + association.slug() + "/c/"
                + campaign.campaign().id().value() + "/bilans";
    }

    @Test
    void freezesTheFiguresOfItsDay() {
        gifts.give(campaign, 60);
        publish("Premier bilan");
        Report report = report();
        assertThat(report.figures().receivedCents()).isEqualTo(6_000);
        assertThat(report.figures().lines().stream()
                        .mapToLong(Report.Line::receivedCents)
                        .sum())
                .isEqualTo(6_000);
        gifts.give(campaign, 40);
        assertThat(report().figures()).isEqualTo(report.figures());
        assertThat(report().figures().on()).isEqualTo(LocalDate.of(2026, 11, 16));
    }

    @Test
    void closesNoCampaignThatStillRuns() {
        treasurer
                .post(begin() + "/publication", "titre", "Le mot de la fin", "texte", "x", "cloture", "oui")
                .expectStatus()
                .isSeeOther();
        assertThat(report().closing()).isFalse();
    }

    @Test
    void neverChangesOnceItIsPublic() {
        publish("Tel quel");
        treasurer
                .post(home + "/" + report().id(), "titre", "Autrement", "texte", "x")
                .expectStatus()
                .isSeeOther();
        assertThat(report().title()).isEqualTo("Tel quel");
        assertThatThrownBy(() -> database.sql("update transparency.report set title = 'x' where id = :id")
                        .bind("id", report().id())
                        .then()
                        .block())
                .hasMessageContaining("never changes");
    }

    @Test
    void keepsThePromiseOnTheDayItIsPublic() {
        clock.pass(Duration.ofDays(13));
        assertThat(acts.awaited(List.of(association.id()), 10).collectList().block())
                .singleElement()
                .satisfies(act -> {
                    assertThat(act.kind()).isEqualTo("report.late");
                    assertThat(act.roles()).containsExactlyInAnyOrder(Role.PRESIDENT, Role.TREASURER);
                });
        publish("Enfin");
        Promised kept = news.promises(campaign).block().get(0);
        assertThat(kept.state()).isEqualTo(Promised.State.MADE_LATE);
        assertThat(kept.days()).isEqualTo(9);
        assertThat(acts.awaited(List.of(association.id()), 10).collectList().block())
                .isEmpty();
    }

    @Test
    void standsInTheJournalAndOnThePublicPages() throws Exception {
        publish("Bilan <public>");
        String update = String.valueOf(treasurer
                .post("/espace/" + association.slug() + "/c/"
                        + campaign.campaign().id().value() + "/nouvelles")
                .returnResult(String.class)
                .getResponseHeaders()
                .getLocation());
        treasurer.post(
                update + "/publication", "titre", "Les plants", "texte", "**Semés** & arrosés", "quand", "maintenant");
        treasurer.post(update + "/correction", "titre", "Les semis", "texte", "Semés", "motif", "Un mot changé");
        pump.drain().block();
        assertThat(leaves()).containsExactlyInAnyOrder("report published", "update revision-1", "update revision-2");
        String page = "/c/" + campaign.campaign().slug() + "/nouvelles";
        String text = Jsoup.parse(visitors.anonymous().page(page)).text();
        assertThat(text).contains("Bilan <public>", "Les semis", "Un mot changé", "Bilan de l’an un", "à l’heure");
        assertThat(visitors.anonymous().page("/en" + page)).contains("on time", "Corrected on");
        assertThat(visitors.anonymous().page("/c/" + campaign.campaign().slug()))
                .contains("Les semis");
        Document feed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(feed(page).getBytes(StandardCharsets.UTF_8)));
        assertThat(feed.getElementsByTagName("entry").getLength()).isEqualTo(2);
        Map<String, String> told = fingerprints();
        assertThat(told).hasSize(4);
        told.forEach((address, fingerprint) ->
                assertThat(sha256(address)).as(address).isEqualTo(fingerprint));
        assertThat(Jsoup.parse(visitors.anonymous()
                                .page("/c/" + campaign.campaign().slug() + "/journal"))
                        .select(".prints a")
                        .eachAttr("href"))
                .containsExactlyInAnyOrderElementsOf(told.keySet());
        treasurer.post(update + "/retrait", "raison", "Photo sans accord");
        told.keySet().stream()
                .filter(address -> address.startsWith("/nouvelles/"))
                .forEach(address ->
                        visitors.anonymous().get(address).expectStatus().isNotFound());
        visitors.anonymous().get("/bilans/x.txt").expectStatus().isNotFound();
        assertThat(feed(page)).doesNotContain("Les semis");
        assertThat(visitors.anonymous().page(page))
                .contains("Photo sans accord")
                .doesNotContain("Les semis");
    }

    @Test
    void needsWordsBeforeItIsPublic() {
        String report = begin();
        treasurer
                .post(report + "/publication", "titre", "", "texte", "")
                .expectStatus()
                .isEqualTo(422);
        assertThat(reports.published(campaign.campaign().id()).block()).isEmpty();
        assertThat(treasurer.page(report)).contains("Demandé");
        assertThat(treasurer.page(home)).contains("Bilan de l’an un");
    }

    private String feed(String page) {
        return visitors.anonymous()
                .web()
                .get()
                .uri(page + ".atom")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/atom+xml;charset=UTF-8")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    /** Fingerprints of the leaves, by the address where what they were taken of is served. */
    private Map<String, String> fingerprints() {
        return database.sql("""
                select leaf.source_kind as kind, hash.key as name, hash.value as hash from transparency.leaf,
                  lateral json_each_text(convert_from(bytes, 'UTF8')::json -> 'hashes') hash
                where campaign = :id and source_kind in ('report', 'update')
                """)
                .bind("id", campaign.campaign().id().value())
                .map(row -> Map.entry(
                        (row.get("kind", String.class).equals("report") ? "/bilans/" : "/nouvelles/")
                                + row.get("hash", String.class)
                                + (row.get("name", String.class).equals("figures") ? ".json" : ".txt"),
                        row.get("hash", String.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .block();
    }

    private String sha256(String address) {
        return HexFormat.of()
                .formatHex(Tokens.sha256(visitors.anonymous()
                        .get(address)
                        .expectStatus()
                        .isOk()
                        .expectBody(byte[].class)
                        .returnResult()
                        .getResponseBody()));
    }

    private List<String> leaves() {
        return database.sql("""
                select source_kind || ' ' || purpose as leaf from transparency.leaf
                where campaign = :id and source_kind in ('report', 'update')
                """)
                .bind("id", campaign.campaign().id().value())
                .map(row -> row.get("leaf", String.class))
                .all()
                .collectList()
                .block();
    }

    private Report report() {
        return reports.published(campaign.campaign().id()).block().get(0);
    }

    private String begin() {
        return String.valueOf(Visitor.next(treasurer.post(home, "promesse", promise.toString())));
    }

    private void publish(String title) {
        treasurer
                .post(
                        begin() + "/publication",
                        "titre",
                        title,
                        "texte",
                        "Ce qui a été fait",
                        "promesse",
                        promise.toString())
                .expectStatus()
                .isSeeOther();
    }
}
