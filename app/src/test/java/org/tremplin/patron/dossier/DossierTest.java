package org.tremplin.patron.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.Role;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.platform.security.Tokens;

/** From the papers of an association to what a patron finds behind a link. */
@TestApplication
@Import(Samples.class)
class DossierTest {

    private static final Pattern LINK = Pattern.compile("/mecenes/dossiers/([A-Za-z0-9_-]{43})");
    private static final Pattern ID = Pattern.compile("name=\"dossier\" value=\"([0-9a-f-]{36})\"");

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    TestClock clock;

    @Autowired
    DossierForgetting forgetting;

    @Autowired
    DatabaseClient database;

    @Autowired
    Campaigns campaigns;

    @Autowired
    CampaignDesign design;

    private String desk;
    private String slug;
    private Association association;
    private Visitor treasurer;

    @BeforeEach
    void campaign() {
        slug = "dossier-" + UUID.randomUUID().toString().substring(24);
        association = samples.association("Dossier " + UUID.randomUUID());
        desk = "/espace/" + association.slug() + "/c/"
                + samples.campaign(association, slug).campaign().id().value() + "/dossier";
        treasurer = visitors.member(association.slug(), "TREASURER");
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void holdsTheFactsThePapersTheBudgetAndTheEvidence() throws IOException {
        give("statuts", pdf()).expectStatus().isSeeOther();
        byte[] file = taken(made("Fondation du Val"));
        try (PDDocument document = Loader.loadPDF(file)) {
            Map<String, byte[]> attached = attached(document);
            assertThat(attached).containsOnlyKeys("statuts.pdf", "budget.csv", "preuves.json");
            assertThat(attached.get("statuts.pdf")).isEqualTo(pdf());
            assertThat(new String(attached.get("preuves.json"), StandardCharsets.UTF_8))
                    .contains("\"format\" : \"tremplin-evidence\"", slug);
            assertThat(new String(attached.get("budget.csv"), StandardCharsets.UTF_8))
                    .startsWith("\uFEFFCôté;Libellé;Prévu (euros)");
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Dossier de mécénat")
                    .containsSubsequence(
                            "Pièces manquantes",
                            "Comptes du dernier exercice clos",
                            "Observé ici",
                            "Déclaré par l’association",
                            "Budget, des deux côtés",
                            "Fichiers joints",
                            HexFormat.of().formatHex(Tokens.sha256(pdf())))
                    .contains("demandés aux dons")
                    .doesNotContain("(,");
        }
    }

    @Test
    void saysThatThereAreOlderChanges() throws IOException {
        for (int changes = 1; changes <= 5; changes++) {
            amend(changes);
        }
        try (PDDocument document = Loader.loadPDF(taken(made("Fondation du Val")))) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Et 2 changements plus anciens")
                    .doesNotContain("raison 2");
        }
    }

    @Test
    void makesOneForTheSameInADay() {
        made("Fondation du Val");
        String until = clock.instant().plus(Duration.ofDays(60)).toString().substring(0, 10);
        assertThat(refusal(treasurer.post(desk, "pour", "Fondation du Val", "jusque", until)))
                .contains("a déjà été fait aujourd’hui");
        Matcher id = ID.matcher(treasurer.page(desk));
        assertThat(id.find()).isTrue();
        treasurer.post(desk + "/fin", "dossier", id.group(1)).expectStatus().isSeeOther();
        made("Fondation du Val");
        clock.pass(Duration.ofDays(1));
        made("Fondation du Val");
    }

    @Test
    void makesManyAtTheSameMomentOneAfterTheOther() {
        give("statuts", padded(2_000_000));
        String until = clock.instant().plus(Duration.ofDays(60)).toString().substring(0, 10);
        List<Integer> answers = IntStream.range(0, 4)
                .parallel()
                .mapToObj(many -> treasurer
                        .post(desk, "pour", "Fondation du Val", "jusque", until)
                        .returnResult(Void.class)
                        .getStatus()
                        .value())
                .sorted()
                .toList();
        assertThat(answers).containsExactly(303, 422, 422, 422);
    }

    @Test
    void listsFirstWhatIsMissing() {
        String page = visitors.anonymous().page(made("Fondation du Val"));
        assertThat(page)
                .containsSubsequence(
                        "Pièces manquantes", "Statuts signés", "Attestation d’assurance", "Ce qu’il contient")
                .doesNotContain("Fondation du Val");
        give("statuts", pdf());
        assertThat(visitors.anonymous().page(made("Une autre")))
                .containsSubsequence("Pièces manquantes", "Comptes", "Ce qu’il contient", "Statuts signés");
    }

    @Test
    void saysTheFingerprintOfTheVeryFile() {
        String link = made("Fondation du Val");
        String print = HexFormat.of().formatHex(Tokens.sha256(taken(link)));
        assertThat(visitors.anonymous().page(link)).contains("SHA-256 " + print);
        give("comptes", pdf());
        assertThat(HexFormat.of().formatHex(Tokens.sha256(taken(link)))).isEqualTo(print);
    }

    @Test
    void countsOpeningsAndNobody() {
        String link = made("Fondation du Val");
        visitors.anonymous().page(link);
        visitors.anonymous().page(link);
        taken(link);
        assertThat(treasurer.page(desk)).contains("Page ouverte 2 fois, fichier téléchargé une fois");
        assertThat(database.sql(
                                "select column_name from information_schema.columns where table_name = 'dossier_opening'")
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block())
                .containsExactlyInAnyOrder("id", "dossier_id", "at", "file");
    }

    @Test
    void opensNothingOnceItIsClosedOrOver() {
        String link = made("Fondation du Val");
        clock.pass(Duration.ofDays(59));
        visitors.anonymous().get(link).expectStatus().isOk();
        clock.pass(Duration.ofDays(2));
        isOver(link);
        clock.reset();
        Matcher id = ID.matcher(treasurer.page(desk));
        assertThat(id.find()).isTrue();
        treasurer.post(desk + "/fin", "dossier", id.group(1)).expectStatus().isSeeOther();
        isOver(link);
        assertThat(treasurer.page(desk)).contains("Fermé par l’association").doesNotContain(link);
    }

    @Test
    void isNotFoundAtAnInventedLinkAndTellsNoOtherSiteItsOwn() {
        visitors.anonymous()
                .get("/mecenes/dossiers/" + "a".repeat(43))
                .expectStatus()
                .isNotFound();
        visitors.anonymous().get(made("Fondation du Val")).expectHeader().valueEquals("Referrer-Policy", "no-referrer");
    }

    @Test
    void storesNoLink() {
        String link = made("Fondation du Val");
        String token = link.substring(link.lastIndexOf('/') + 1);
        assertThat(database.sql("select d::text from patron.dossier d")
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block())
                .isNotEmpty()
                .noneMatch(row -> row.contains(token));
    }

    @Test
    void refusesAPaperThatIsNoWholePdf() throws IOException {
        byte[] cut = Arrays.copyOf(pdf(), 100);
        assertThat(refusal(give("statuts", cut))).contains("n’est pas un PDF, ou il est coupé");
        assertThat(refusal(give("statuts", "<html>".getBytes(StandardCharsets.UTF_8))))
                .contains("n’est pas un PDF");
        assertThat(refusal(give("statuts", new byte[6 << 20]))).contains("dépasse 5");
        assertThat(refusal(give("photo", pdf()))).contains("Choisissez la pièce");
    }

    @Test
    void refusesALinkWithoutEndOrForNobody() {
        assertThat(refusal(treasurer.post(desk, "pour", "", "jusque", "2026-12-24")))
                .contains("Dites pour qui");
        assertThat(refusal(treasurer.post(desk, "pour", "Val", "jusque", "2099-01-01")))
                .contains("Choisissez un jour");
        assertThat(refusal(treasurer.post(desk, "pour", "Val", "jusque", "2020-01-01")))
                .contains("Choisissez un jour");
    }

    @Test
    void keepsItFromMembersWhoDoNotAnswerForTheMoneyAndFromNeighbours() {
        visitors.member(association.slug(), "READER").get(desk).expectStatus().isForbidden();
        Association other = samples.association("Voisin " + UUID.randomUUID());
        visitors.member(other.slug(), "PRESIDENT")
                .get(desk.replace(association.slug(), other.slug()))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void goesNinetyDaysAfterItsEndWithItsFile() {
        String link = made("Fondation du Val");
        clock.pass(Duration.ofDays(140));
        forgetting.forget(clock.instant(), 100).block();
        visitors.anonymous().get(link).expectStatus().isEqualTo(410);
        clock.pass(Duration.ofDays(20));
        assertThat(forgetting.forget(clock.instant(), 100).block()).isPositive();
        visitors.anonymous().get(link).expectStatus().isNotFound();
        assertThat(forgetting.forget(clock.instant(), 100).block()).isZero();
    }

    @Test
    void holdsFourPapersOfNearlyTheLargestSize() {
        for (Enclosure.Kind kind : Enclosure.Kind.values()) {
            give(kind.field(), padded(4_500_000));
        }
        made("Fondation du Val");
        assertThat(database.sql("select max(size) from patron.dossier")
                        .mapValue(Integer.class)
                        .one()
                        .block())
                .isGreaterThan(18_000_000);
    }

    private void amend(int change) {
        PublishedCampaign inForce = campaigns.findPublished(slug).block();
        Plan plan = inForce.plan();
        List<Plan.BudgetLine> lines = plan.lines().stream()
                .map(line -> line.label().equals("Outils") ? Samples.costing(line, 30_000 - 1_000L * change) : line)
                .toList();
        design.revise(
                        association.id(),
                        inForce.campaign().id(),
                        plan.budgeted(lines, plan.resources(), plan.belowGoal(), plan.aboveGoal()))
                .then(design.publish(association.id(), inForce.campaign().id(), Role.PRESIDENT, "raison " + change))
                .block();
    }

    private void isOver(String link) {
        assertThat(visitors.anonymous()
                        .get(link)
                        .expectStatus()
                        .isEqualTo(410)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("Ce dossier est fermé");
        visitors.anonymous().get(link + "/dossier.pdf").expectStatus().isEqualTo(410);
    }

    /** @return its link, as the desk shows it first */
    private String made(String whom) {
        String until = clock.instant().plus(Duration.ofDays(60)).toString().substring(0, 10);
        treasurer.post(desk, "pour", whom, "jusque", until).expectStatus().isSeeOther();
        Matcher link = LINK.matcher(treasurer.page(desk));
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private byte[] taken(String link) {
        return visitors.anonymous()
                .get(link + "/dossier.pdf")
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
    }

    private static Map<String, byte[]> attached(PDDocument document) throws IOException {
        Map<String, byte[]> attached = new HashMap<>();
        Map<String, PDComplexFileSpecification> names =
                document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
        for (Map.Entry<String, PDComplexFileSpecification> one : names.entrySet()) {
            assertThat(one.getValue().getCOSObject().getNameAsString(COSName.getPDFName("AFRelationship")))
                    .isEqualTo("Supplement");
            attached.put(one.getKey(), one.getValue().getEmbeddedFile().toByteArray());
        }
        return attached;
    }

    private static byte[] pdf() {
        return padded(0);
    }

    /** A page, and after its end so many bytes that do not pack well. */
    private static byte[] padded(int more) {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.setDocumentId(1L);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            byte[] noise = new byte[more];
            new java.util.Random(7).nextBytes(noise);
            out.write(noise);
            out.write("\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
            return out.toByteArray();
        } catch (IOException memory) {
            throw new java.io.UncheckedIOException(memory);
        }
    }

    private WebTestClient.ResponseSpec give(String kind, byte[] file) {
        MultipartBodyBuilder parts = new MultipartBodyBuilder();
        parts.part("_csrf", Visitor.csrfField());
        parts.part("genre", kind);
        parts.part("fichier", file).filename("piece.pdf").contentType(MediaType.APPLICATION_PDF);
        return treasurer
                .web()
                .post()
                .uri(desk + "/pieces")
                .accept(MediaType.TEXT_HTML)
                .bodyValue(parts.build())
                .exchange();
    }

    private static String refusal(WebTestClient.ResponseSpec answer) {
        return String.valueOf(answer.expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
