package org.tremplin.patron.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.Visitor;
import org.tremplin.Visitors;

/** Projects of this site beside files of others. */
@TestApplication
@Import(Samples.class)
class CompareTest {

    private static final Path FILE = Path.of("src/test/resources/evidence/passe-a-poissons.json");

    @TempDir
    Path folder;

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    TestClock clock;

    @Test
    void comparesACampaignOfHereWithAFileOfElsewhere() throws IOException {
        String slug = campaign();
        String address = brought(slug, Files.readString(FILE));
        assertThat(address).startsWith("/mecenes/comparer?c=" + slug + "&c=~");
        assertThat(visitors.anonymous().page(address))
                .contains("href=\"/c/" + slug + "/mecene\"")
                .contains("Rouvrir la passe à poissons du moulin")
                .contains(
                        "qui dit venir de https://dons.rivieres.example ; non vérifié",
                        "annoncé, signature non vérifiée")
                .doesNotContain("ne tombe pas juste");
    }

    @Test
    void tellsPromisesOfHereApartFromAFileThatDoesNotSpeakOfThem() throws IOException {
        String table = visitors.anonymous()
                .page(brought(campaign(), Files.readString(FILE)).replace("/comparer?", "/comparer.csv?"));
        assertThat(table).contains("Promis par des mécènes;Observé;(aucune somme promise en public);(non communiqué)");
    }

    @Test
    void showsPromisesOfAFileAndWhetherTheyAddUp() throws IOException {
        String promising = Files.readString(FILE).replaceFirst("\\{", """
                {"support" : {"promisedCents" : 200000, "receivedCents" : 100000, "dueCents" : 0, "lateCents" : 0,
                "awaitedCents" : 90000, "withdrawnCents" : 0, "inKindCents" : 0},
                """);
        assertThat(visitors.anonymous().page(brought(campaign(), promising)))
                .contains("2\u202F000\u00A0€", "dont 1\u202F000\u00A0€ reçus, 0\u00A0€ débloqués et à recevoir")
                .contains("support.promisedCents");
    }

    @Test
    void showsWhatIsPromisedInKindWhereNoSumIs() throws IOException {
        String kind = Files.readString(FILE).replaceFirst("\\{", """
                {"support" : {"promisedCents" : 0, "receivedCents" : 0, "dueCents" : 0, "lateCents" : 0,
                "awaitedCents" : 0, "withdrawnCents" : 0, "inKindCents" : 120000},
                """);
        String address = brought(campaign(), kind);
        assertThat(visitors.anonymous().page(address))
                .contains("1\u202F200\u00A0€ en compétences ou matériel, au prix de revient");
        assertThat(visitors.anonymous().page(address.replace("/comparer?", "/comparer.csv?")))
                .contains("en compétences ou matériel");
    }

    @Test
    void keepsCriteriaAnswersAndWeightsWhenAProjectIsAdded() {
        String slug = campaign();
        Document page = Jsoup.parse(visitors.anonymous()
                .page("/mecenes/comparer?c=" + slug + "&c=" + campaign() + "&p-bilans=3&m1=Tout près&m1-p=2&m1-1=oui"));
        Map<String, String> kept = page.select("form:has(#c-plus) input[type=hidden]:not([name=c])").stream()
                .collect(Collectors.toMap(field -> field.attr("name"), Element::val));
        assertThat(kept)
                .containsEntry("p-bilans", "3")
                .containsEntry("m1", "Tout près")
                .containsEntry("m1-p", "2")
                .containsEntry("m1-1", "oui")
                .doesNotContainKeys("m1-0", "m2");
    }

    @Test
    void showsWhatAFileSaysAndDoesNotAddUp() throws IOException {
        String forged = Files.readString(FILE).replace("\"receivedCents\" : 1348000", "\"receivedCents\" : 9348000");
        assertThat(visitors.anonymous().page(brought(campaign(), forged)))
                .contains("ne tombe pas juste")
                .contains("figures.total.receivedCents");
    }

    @Test
    void runsAndFollowsNothingThatStandsInAFile() throws IOException {
        String hostile = Files.readString(FILE)
                .replaceFirst("\"title\" : \"[^\"]*\"", "\"title\" : \"<script>alert(1)</script>\"")
                .replaceFirst("\"address\" : \"[^\"]*\"", "\"address\" : \"javascript:alert(1)\"");
        assertThat(visitors.anonymous().page(brought(campaign(), hostile)))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert")
                .doesNotContain("javascript:");
    }

    @Test
    void refusesAFileCutShortWithASentence() throws IOException {
        assertThat(bring(campaign(), Files.readString(FILE).substring(0, 3_000))
                        .expectStatus()
                        .isEqualTo(422)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("Un fichier est coupé");
    }

    @Test
    void forgetsAFileAfterThirtyDays() throws IOException {
        String address = brought(campaign(), Files.readString(FILE));
        try {
            clock.pass(BroughtFiles.KEPT.plusDays(1));
            assertThat(visitors.anonymous().page(address)).contains("Un fichier n’est plus ici");
        } finally {
            clock.reset();
        }
    }

    @Test
    void comparesFourAndSaysThatTheFifthIsLeftOut() {
        String slug = campaign();
        assertThat(visitors.anonymous().page("/mecenes/comparer?c=" + slug + ",parti,b-b,c-c,d-d"))
                .contains("Quatre projets au plus")
                .contains("parti")
                .contains("n’est pas ici");
    }

    @Test
    void givesTheTableToASpreadsheet() {
        String slug = campaign();
        assertThat(visitors.anonymous().page("/mecenes/comparer.csv?c=" + slug))
                .startsWith("\uFEFFQuestion;Source;")
                .contains("Reste à trouver;Observé;")
                .contains("Autres financeurs;Déclaré;");
    }

    @Test
    void tellsASpreadsheetWhatDoesNotAddUpAndWhatIsNotHere() throws IOException {
        String forged = Files.readString(FILE).replace("\"receivedCents\" : 1348000", "\"receivedCents\" : 9348000");
        String address = brought(campaign(), forged).replace("/comparer?", "/comparer.csv?") + "&c=parti";
        assertThat(visitors.anonymous().page(address))
                .containsPattern("Ce qui ne tombe pas juste;;rien;[^\\r]*figures.total.receivedCents")
                .containsPattern("À savoir;;[^\\r]*parti");
    }

    @Test
    void givesAWorkbookWhoseTextsStayTexts() throws IOException {
        String hostile = Files.readString(FILE).replaceFirst("\"title\" : \"[^\"]*\"", "\"title\" : \"=1+1\"");
        String address = brought(campaign(), hostile).replace("/comparer?", "/comparer.xlsx?");
        byte[] file = Objects.requireNonNull(visitors.anonymous()
                .get(address)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches("Content-Disposition", "attachment; filename=\"comparaison.xlsx\"")
                .expectBody()
                .returnResult()
                .getResponseBody());
        Map<String, String> parts = unpacked(file);
        assertThat(parts.get("xl/sharedStrings.xml"))
                .contains("=1+1", "Journal public", "qui dit venir de https://dons.rivieres.example");
        assertThat(parts.get("xl/worksheets/sheet1.xml")).doesNotContain("<f>");
    }

    @Test
    void givesOneFileThatNeedsNoNetwork() throws IOException {
        String address = brought(campaign(), Files.readString(FILE)).replace("/comparer?", "/comparer.html?");
        String file = visitors.anonymous().page(address);
        assertThat(file)
                .contains(
                        "Rouvrir la passe à poissons du moulin",
                        "qui dit venir de https://dons.rivieres.example ; non vérifié",
                        "annoncé, signature non vérifiée")
                .contains("Fait le ")
                .doesNotContain("<script", "src=", "<link", "url(", "@import", "href=\"/");
    }

    private Map<String, String> unpacked(byte[] file) throws IOException {
        Path kept = Files.write(folder.resolve("comparaison.xlsx"), file);
        Map<String, String> parts = new HashMap<>();
        try (ZipFile zip = new ZipFile(kept.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private String campaign() {
        String slug = "compare-" + UUID.randomUUID().toString().substring(24);
        samples.campaign(samples.association("Compare " + UUID.randomUUID()), slug);
        return slug;
    }

    private String brought(String slug, String file) {
        return Objects.requireNonNull(bring(slug, file)
                .expectStatus()
                .isSeeOther()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getFirst("Location"));
    }

    private WebTestClient.ResponseSpec bring(String slug, String file) {
        MultipartBodyBuilder parts = new MultipartBodyBuilder();
        parts.part("_csrf", Visitor.csrfField());
        parts.part("fichier", new ByteArrayResource(file.getBytes(StandardCharsets.UTF_8)))
                .filename("preuves.json")
                .contentType(MediaType.APPLICATION_JSON);
        return visitors.anonymous()
                .web()
                .post()
                .uri("/mecenes/comparer/fichiers?c=" + slug)
                .accept(MediaType.TEXT_HTML)
                .bodyValue(parts.build())
                .exchange();
    }
}
