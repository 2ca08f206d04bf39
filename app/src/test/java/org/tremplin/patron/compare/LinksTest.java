package org.tremplin.patron.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tremplin.PaidGifts;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.event.Pump;
import org.tremplin.transparency.EvidenceFiles;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Projects that stand on another instance, read at their addresses. */
@TestApplication(properties = "tremplin.platform.fetch.private-addresses=true")
@Import({Samples.class, PaidGifts.class})
class LinksTest {

    private static final Path FILE = Path.of("src/test/resources/evidence/passe-a-poissons.json");

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    TestClock clock;

    @Autowired
    TremplinSettings settings;

    @Autowired
    BringLimit limit;

    @Autowired
    DatabaseClient database;

    @Autowired
    PaidGifts gifts;

    @Autowired
    Pump pump;

    private String there;
    private String journal;
    private DisposableServer other;
    private String slug;

    @BeforeEach
    void otherInstance() throws IOException {
        there = Files.readString(FILE);
        journal = "";
        other = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.get(
                                "/c/passe-a-poissons/preuves.json",
                                (request, response) -> there.isEmpty()
                                        ? response.sendNotFound()
                                        : response.sendString(Mono.just(there)))
                        .get(
                                "/c/{campaign}/journal.jsonl",
                                (request, response) -> journal.isEmpty()
                                        ? response.sendNotFound()
                                        : response.sendString(Mono.just(journal)))
                        .get("/c/ronde/preuves.json", (request, response) -> response.sendRedirect(request.uri()))
                        .get(
                                "/c/lourde/preuves.json",
                                (request, response) ->
                                        response.sendByteArray(Flux.range(0, 50).map(piece -> new byte[1 << 20]))))
                .bindNow();
        slug = "liens-" + UUID.randomUUID().toString().substring(24);
        samples.campaign(samples.association("Liens " + UUID.randomUUID()), slug);
    }

    @AfterEach
    void stop() {
        other.disposeNow();
        clock.reset();
        database.sql("delete from patron.bringing").then().block();
    }

    @Test
    void comparesACampaignOfHereWithThePageOfOneElsewhere() {
        assertThat(page(brought(page())))
                .contains("Rouvrir la passe à poissons du moulin")
                .contains("lu sur 127.0.0.1, le ")
                .contains("Relire aux adresses");
    }

    @Test
    void saysThatAFileWasReadElsewhereThanItClaims() {
        assertThat(page(brought(page()))).contains("dit venir de dons.rivieres.example, et a été lu sur 127.0.0.1");
    }

    @Test
    void checksTheSealOfAFileWithTheJournalBesideIt() {
        campaignWithAJournal("localhost");
        assertThat(page(brought(page().replace("127.0.0.1", "LOCALHOST"))))
                .contains("sceau du journal nommé localhost/c/", "mêmes dons, mêmes dépenses")
                .contains("il ne couvre pas les autres chiffres")
                .doesNotContain("signature non vérifiée", "ne tombe pas juste");
        campaignWithAJournal();
        String longer = there;
        there = there.replaceAll("(\"checkpoint\" : \"[^—]*)—[^\"]*\"", "$1\"");
        assertThat(there).isNotEqualTo(longer);
        assertThat(page(brought(page())))
                .contains("sceau non signé par son journal", "n’est signé par aucune clé du journal de 127.0.0.1");
        there = longer;
        journal = journal.replace("\"cents\":5000", "\"cents\":6000");
        assertThat(page(brought(page()))).contains("son journal ne se vérifie pas", "Le journal de 127.0.0.1");
    }

    /** The journal of a campaign is public: whoever copies it has a seal that holds. */
    @Test
    void namesTheJournalThatAForgerCopied() {
        campaignWithAJournal();
        assertThat(page(brought(page())))
                .contains("sceau du journal nommé localhost/c/")
                .contains("ne tombe pas juste", "se nomme d’après localhost, et a été lu sur 127.0.0.1");
    }

    @Test
    void holdsGiftsAndSpendingAgainstTheEntriesOfTheJournal() {
        campaignWithAJournal();
        String sound = there;
        there = sound.replaceAll("\"giftsCents\" ?: ?5000", "\"giftsCents\" : 900000");
        assertThat(there).isNotEqualTo(sound);
        assertThat(page(brought(page())))
                .contains("mêmes dépenses, pas les mêmes dons", "ne donnent pas les dons du fichier");
        there = there.replaceAll("\"spentCents\" ?: ?\\d+", "\"spentCents\" : 700000");
        assertThat(page(brought(page())))
                .contains("ni les mêmes dons, ni les mêmes dépenses", "ne donnent ni les dons ni les dépenses");
    }

    @Test
    void findsAJournalThatDoesNotBeginAsTheSealSays() {
        campaignWithAJournal();
        String other = journal;
        campaignWithAJournal();
        journal = other;
        assertThat(page(brought(page())))
                .contains("ne commence pas comme", "du fichier le dit")
                .doesNotContain("??");
    }

    @Test
    void saysThatASealIsNotCheckedWhereTheJournalIsNotGivenOrStandsElsewhere() {
        assertThat(page(brought(page()))).contains("journal non lu").contains("ne le donne pas");
        campaignWithAJournal();
        journal = "";
        assertThat(page(brought(page()))).contains("journal non lu").contains("ne le donne pas");
        journal = "x".repeat(EvidenceFiles.MOST_JOURNAL_BYTES + 1);
        assertThat(page(brought(page()))).contains("journal non lu").contains("dépasse 4");
    }

    private void campaignWithAJournal() {
        campaignWithAJournal("127.0.0.1");
    }

    /** A campaign of here, as if its file and its journal were there. */
    private void campaignWithAJournal(String host) {
        PublishedCampaign campaign = samples.campaign(
                samples.association("Là-bas " + UUID.randomUUID()),
                "la-bas-" + UUID.randomUUID().toString().substring(24));
        gifts.pay(campaign, null, 5_000);
        pump.drain().block();
        String path = "/c/" + campaign.campaign().slug();
        there = visitors.anonymous()
                .page(path + "/preuves.json")
                .replace(settings.absolute(""), "http://" + host + ":" + other.port());
        journal = visitors.anonymous().page(path + "/journal.jsonl");
    }

    @Test
    void readsAgainWhatHasChangedSince() {
        String before = brought(page());
        there = there.replace("Rouvrir la passe", "Ouvrir enfin la passe");
        clock.pass(Duration.ofHours(3));
        String after = Objects.requireNonNull(again(before)
                .expectStatus()
                .isSeeOther()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getFirst("Location"));
        assertThat(page(before)).contains("Rouvrir la passe");
        assertThat(page(after)).contains("Ouvrir enfin la passe").doesNotContain("Rouvrir la passe");
    }

    @Test
    void saysThatACampaignWasWithdrawnThereDuringTheComparison() {
        String before = brought(page());
        there = "";
        assertThat(refusal(again(before))).contains("la campagne a peut-être été retirée");
        assertThat(page(before)).contains("Rouvrir la passe");
        assertThat(refusal(again(before.replace("?c=", "?c=a-a&c=b-b&c="))))
                .as("of four")
                .contains("la campagne a peut-être été retirée", "Quatre projets sont déjà choisis");
    }

    @Test
    void showsSumsThatDoNotAddUpThere() {
        there = there.replace("\"receivedCents\" : 1348000", "\"receivedCents\" : 9348000");
        assertThat(page(brought(page()))).contains("ne tombe pas juste").contains("figures.total.receivedCents");
    }

    @Test
    void hasASentenceForEachAddressThatGivesNoFile() {
        String page = page();
        there = there.substring(0, 3_000);
        assertThat(refusal(bring(page))).contains("page coupée");
        there = "{\"format\" : \"tremplin-evidence\", \"v\" : 2}";
        assertThat(refusal(bring(page))).contains("fichier de la version 2");
        there = "{\"a\" : 1}";
        assertThat(refusal(bring(page))).contains("un autre fichier");
        String site = page.substring(0, page.indexOf("/c/"));
        assertThat(refusal(bring(site + "/c/lourde"))).contains("dépasse 1");
        assertThat(refusal(bring(site + "/c/ronde"))).contains("renvoie sans fin d’une adresse à l’autre");
        assertThat(refusal(bring(site + "/c/partie"))).contains("répond sans donner ce fichier");
        assertThat(refusal(bring("http://127.0.0.1:1/c/a"))).contains("ne répond pas");
        assertThat(refusal(bring("javascript:alert(1)")))
                .contains("pas une adresse")
                .contains("javascript:alert(1)");
    }

    @Test
    void keepsWhatWasTypedAndSaysHowManyFit() {
        String page = page();
        assertThat(refusal(bring(page + "\n" + page + "\n" + page + "\n" + page)))
                .contains("il reste de la place pour 3")
                .contains(page + "\n" + page);
    }

    @Test
    void namesACampaignOfThisSiteWithoutReadingItself() {
        assertThat(brought(settings.absolute("/c/" + slug + "-bis/mecene"))).endsWith("&c=" + slug + "-bis");
        assertThat(refusal(bring(settings.absolute("/aide").replace("localhost", "LocalHost:80"))))
                .contains("est ce site même");
    }

    @Test
    void givesUpOnANetworkThatBringsAllDayLong() {
        database.sql(
                        "insert into patron.bringing (address_block, at) select '127.0.0.0/24', :now from generate_series(1, 100)")
                .bind("now", clock.instant())
                .then()
                .block();
        assertThat(bring(page())
                        .expectStatus()
                        .isEqualTo(429)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("revenez demain", page());
        clock.pass(Duration.ofHours(25));
        assertThat(limit.forget(clock.instant(), 1_000).block()).isGreaterThanOrEqualTo(100);
        brought(page());
    }

    @Test
    void forgetsWhatWasBroughtAfterThirtyDays() {
        String address = brought(page());
        clock.pass(BroughtFiles.KEPT.plusDays(1));
        limit.forget(clock.instant(), 1_000).block();
        clock.reset();
        assertThat(page(address)).contains("Un fichier n’est plus ici");
    }

    private String page() {
        return "http://127.0.0.1:" + other.port() + "/c/passe-a-poissons";
    }

    private String page(String address) {
        return visitors.anonymous().page(address);
    }

    private String brought(String link) {
        return Objects.requireNonNull(bring(link)
                .expectStatus()
                .isSeeOther()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getFirst("Location"));
    }

    private static String refusal(WebTestClient.ResponseSpec answer) {
        return String.valueOf(answer.expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private WebTestClient.ResponseSpec again(String comparison) {
        String query = comparison.substring(comparison.indexOf('?'));
        return visitors.anonymous()
                .post("/mecenes/comparer/relectures" + query, "projet", query.substring(query.indexOf('~')));
    }

    private WebTestClient.ResponseSpec bring(String links) {
        MultipartBodyBuilder parts = new MultipartBodyBuilder();
        parts.part("_csrf", Visitor.csrfField());
        parts.part("lien", links);
        return visitors.anonymous()
                .web()
                .post()
                .uri("/mecenes/comparer/fichiers?c=" + slug)
                .accept(MediaType.TEXT_HTML)
                .bodyValue(parts.build())
                .exchange();
    }
}
