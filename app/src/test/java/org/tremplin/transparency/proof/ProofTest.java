package org.tremplin.transparency.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.tremplin.AtOnce;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.association.AwaitedAct;
import org.tremplin.association.Role;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.platform.event.Pump;
import org.tremplin.transparency.CampaignUse;
import org.tremplin.transparency.Decision;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.PublicProof;
import org.tremplin.transparency.PublicProofs;
import org.tremplin.transparency.Spending;
import org.tremplin.transparency.UseOfFunds;
import reactor.core.publisher.Mono;

/** From an uploaded paper to what anyone may see of it, as a browser without JavaScript goes. */
@TestApplication
@Import(Samples.class)
class ProofTest {

    private static final String SECRET = "MARQUE";

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    Spending spending;

    @Autowired
    PublicProofs shown;

    @Autowired
    UseOfFunds funds;

    @Autowired
    Publishing publishing;

    @Autowired
    ProofLeaves leaves;

    @Autowired
    ProofsToReveal awaited;

    @Autowired
    OriginalForgetting forgetting;

    @Autowired
    Pump pump;

    @Autowired
    DatabaseClient database;

    private Association association;
    private PublishedCampaign campaign;
    private Visitor treasurer;
    private UUID expense;
    private String home;

    @BeforeEach
    void spend() {
        association = samples.association("Preuves " + UUID.randomUUID());
        campaign = samples.campaign(association, "preuve-" + UUID.randomUUID());
        treasurer = samples.member(association, Role.TREASURER);
        expense = enter();
        home = "/espace/" + association.slug() + "/depenses/" + expense + "/justificatifs";
    }

    @Test
    void makesPublicOnlyWhatSomebodyRevealed() throws IOException {
        String proof = upload(Papers.invoice(), "../../etc/passwd <b>.pdf");
        assertThat(awaiting()).contains(proof);
        reveal(proof, Papers.DATE, Papers.AMOUNT, Papers.OBJECT).expectStatus().isSeeOther();
        Document preview = Jsoup.parse(treasurer.page(proof + "/copie"));
        assertThat(preview.select(".note.warn")).isEmpty();
        String hash = fingerprint(preview);
        visitors.anonymous()
                .get("/justificatifs/" + hash + ".png")
                .expectStatus()
                .isNotFound();
        confirm(proof, hash, false).expectStatus().isSeeOther();
        assertThat(awaiting()).doesNotContain(proof);
        assertThat(published()).isEmpty();
        visitors.anonymous()
                .get("/justificatifs/" + hash + ".png")
                .expectStatus()
                .isNotFound();

        approve();
        PublicProof open = published().get(0);
        assertThat(open.address()).isEqualTo("/justificatifs/" + hash + ".png");
        byte[] copy = visitors.anonymous()
                .get(Objects.requireNonNull(open.address()))
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("Content-Security-Policy", PublicCopyController.NOTHING)
                .expectHeader()
                .contentType(MediaType.IMAGE_PNG)
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        assertThat(PublicCopyTest.chunks(Objects.requireNonNull(copy))).containsOnly("IHDR", "IDAT", "IEND");
        onlyTheseShow(copy, List.of(Papers.DATE, Papers.AMOUNT, Papers.OBJECT));
        assertThat(new String(copy, StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
        assertThat(open.toString()).doesNotContain(SECRET, "passwd");
        String journal = journal();
        assertThat(journal)
                .contains("\"kind\":\"proof\"", "\"original\":\"" + open.original(), "\"public\":\"" + hash)
                .doesNotContain(SECRET, "passwd");
    }

    @Test
    void becomesPublicWhenItsExpenseIsApprovedWhileSomebodyLooks() {
        String proof = upload(Papers.invoice(), "facture.pdf");
        String hash = prepared(proof);
        Expense seen = Objects.requireNonNull(
                spending.find(association.id().value(), expense).block());
        approve();
        // the page was opened before the approval
        publishing
                .confirm(
                        seen,
                        UUID.fromString(proof.substring(proof.lastIndexOf('/') + 1)),
                        false,
                        hash,
                        LocalDate.of(2026, 11, 22))
                .block();
        pump.drain().block();
        assertThat(published()).hasSize(1);
    }

    @Test
    void isNeverLeftBehindWhenApprovalAndLookMeet() {
        for (int round = 0; round < 4; round++) {
            expense = enter();
            home = "/espace/" + association.slug() + "/depenses/" + expense + "/justificatifs";
            String proof = upload(Papers.invoice(), "facture.pdf");
            String hash = prepared(proof);
            Expense draft = Objects.requireNonNull(
                    spending.find(association.id().value(), expense).block());
            spending.submit(draft.association(), expense, draft.author()).block();
            AtOnce.both(
                    () -> {
                        spending.approve(draft.association(), expense, draft.version(), UUID.randomUUID())
                                .block();
                        return pump.drain().thenReturn(true).block();
                    },
                    () -> confirm(proof, hash, false)
                            .returnResult(Void.class)
                            .getStatus()
                            .is3xxRedirection());
            pump.drain().block();
            assertThat(published()).hasSize(1);
        }
    }

    /** Another copy than the one that must not be public elsewhere. */
    private String prepared(String proof) {
        reveal(proof, Papers.DATE, Papers.AMOUNT).expectStatus().isSeeOther();
        return fingerprint(Jsoup.parse(treasurer.page(proof + "/copie")));
    }

    @Test
    void showsAQuoteBesideTheAmountThatIsCommitted() {
        expense = enter(Expense.Kind.COMMITMENT);
        home = "/espace/" + association.slug() + "/depenses/" + expense + "/justificatifs";
        assertThat(treasurer.page("/espace/" + association.slug() + "/depenses/" + expense))
                .contains("/" + expense + "/justificatifs\"");
        String proof = upload(Papers.invoice(), "devis.pdf");
        String hash = prepared(proof);
        confirm(proof, hash, false).expectStatus().isSeeOther();
        approve();
        String slug = "/c/" + campaign.campaign().slug() + "/fonds";
        assertThat(visitors.anonymous().page(slug))
                .contains("Ce qui est engagé", "Planches", "184,20", "/justificatifs/" + hash + ".png")
                .doesNotContain(SECRET, "??");
        assertThat(visitors.anonymous().page("/en" + slug))
                .contains("What is committed", hash)
                .doesNotContain(SECRET, "??");
    }

    @Test
    void warnsOfWhatLooksLikeAPersonAndWaitsForALook() {
        String proof = upload(Papers.invoice(), "facture.pdf");
        reveal(proof, Zone.wholeOf(1)).expectStatus().isSeeOther();
        Document preview = Jsoup.parse(treasurer.page(proof + "/copie"));
        assertThat(preview.select(".note.warn").text())
                .contains("IBAN", "e-mail", "téléphone", "personne", Papers.IBAN, "06 12 34 56 78");
        confirm(proof, fingerprint(preview), false).expectStatus().isEqualTo(422);
        confirm(proof, "0".repeat(64), true).expectStatus().isEqualTo(422);
        confirm(proof, fingerprint(preview), true).expectStatus().isSeeOther();
    }

    @Test
    void saysThatItCannotReadAPhotograph() throws IOException {
        approve();
        String proof = upload(Papers.photograph(), "IMG_1.HEIC");
        Zone top = new Zone(1, 1000, 1000, 5000, 2000);
        reveal(proof, top).expectStatus().isSeeOther();
        Document preview = Jsoup.parse(treasurer.page(proof + "/copie"));
        assertThat(preview.select(".note.warn").text()).contains("photo");
        String hash = fingerprint(preview);
        confirm(proof, hash, false).expectStatus().isEqualTo(422);
        confirm(proof, hash, true).expectStatus().isSeeOther();
        pump.drain().block();
        byte[] copy = visitors.anonymous()
                .get("/justificatifs/" + hash + ".png")
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        onlyTheseShow(Objects.requireNonNull(copy), List.of(top));
        assertThat(new String(copy, StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
    }

    @Test
    void takesACopyRedactedElsewhereAsPixelsAlone() {
        approve();
        String proof = upload(Papers.invoice(), "facture.pdf");
        post(proof + "/copie-caviardee", Papers.photograph(), "copie.jpg", "")
                .expectStatus()
                .isSeeOther();
        String hash = fingerprint(Jsoup.parse(treasurer.page(proof + "/copie")));
        confirm(proof, hash, true).expectStatus().isSeeOther();
        byte[] copy = visitors.anonymous()
                .get("/justificatifs/" + hash + ".png")
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        assertThat(new String(Objects.requireNonNull(copy), StandardCharsets.ISO_8859_1))
                .doesNotContain(SECRET, "Exif");
    }

    @Test
    void attestsWithoutShowingAnything() {
        approve();
        String proof = upload(Papers.invoice(), "facture.pdf");
        reveal(proof).expectStatus().isSeeOther();
        confirm(proof, "", false).expectStatus().isSeeOther();
        PublicProof open = published().get(0);
        assertThat(open.address()).isNull();
        assertThat(open.copy()).isNull();
        assertThat(open.original()).hasSize(64);
    }

    @Test
    void withdrawsACopyAndKeepsItsFingerprint() {
        approve();
        String proof = upload(Papers.invoice(), "facture.pdf");
        reveal(proof, Papers.AMOUNT);
        String hash = fingerprint(Jsoup.parse(treasurer.page(proof + "/copie")));
        confirm(proof, hash, false);
        pump.drain().block();
        treasurer.post(proof + "/retrait", "raison", "").expectStatus().isEqualTo(422);
        treasurer
                .post(proof + "/retrait", "raison", "Une adresse se voyait.")
                .expectStatus()
                .isSeeOther();
        pump.drain().block();
        visitors.anonymous()
                .get("/justificatifs/" + hash + ".png")
                .expectStatus()
                .isEqualTo(410);
        PublicProof open = published().get(0);
        assertThat(open.address()).isNull();
        assertThat(open.copy()).isEqualTo(hash);
        assertThat(open.reason()).isEqualTo("Une adresse se voyait.");
        assertThat(journal().split("\"public\":\"" + hash, -1)).hasSize(3);
        assertThat(count(
                        "select count(*) from platform.file where sealed_key is not null and type = 'image/png' and id in"
                                + " (select copy_file from transparency.proof where expense = '" + expense + "')"))
                .isZero();
    }

    @Test
    void staysWithTheExpenseThatCorrectsItsOwn() {
        approve();
        String proof = upload(Papers.invoice(), "facture.pdf");
        reveal(proof, Papers.DATE);
        confirm(proof, fingerprint(Jsoup.parse(treasurer.page(proof + "/copie"))), false);
        pump.drain().block();
        assertThat(use().provenPercent()).isEqualTo(100);

        UUID first = expense;
        correct(18420);
        PublicProof kept = published().get(0);
        assertThat(kept.expense()).isEqualTo(expense).isNotEqualTo(first);
        assertThat(kept.earlier()).isTrue();
        assertThat(kept.proves()).isTrue();
        assertThat(use().provenPercent()).isEqualTo(100);
        assertThat(treasurer.page("/espace/" + association.slug() + "/depenses/" + expense + "/justificatifs"))
                .contains("Donné pour la version précédente", Objects.requireNonNull(kept.address()));

        correct(90_000);
        assertThat(published().get(0).proves()).isFalse();
        assertThat(use().provenPercent()).isZero();
        assertThat(visitors.anonymous().page("/c/" + campaign.campaign().slug() + "/fonds"))
                .contains("une nouvelle preuve est attendue");
    }

    @Test
    void goesOnWithTheCorrectionWhileItIsNotPublic() {
        approve();
        String proof = upload(Papers.invoice(), "facture.pdf");
        UUID first = expense;
        correct(18420);
        assertThat(awaiting()).containsExactly(proof.replace(first.toString(), expense.toString()));
        reveal(proof, Papers.OBJECT).expectStatus().isSeeOther();
        confirm(proof, fingerprint(Jsoup.parse(treasurer.page(proof + "/copie"))), false)
                .expectStatus()
                .isSeeOther();
        pump.drain().block();
        PublicProof open = published().get(0);
        assertThat(open.earlier()).isFalse();
        assertThat(journal().lines().filter(line -> line.contains("\"kind\":\"proof\"")))
                .singleElement()
                .asString()
                .contains("\"refs\":[" + place("recorded") + "]");
    }

    @Test
    void isAskedForNoLongerOnceItsExpenseIsTakenBack() {
        approve();
        upload(Papers.photograph(), "facture.jpg");
        assertThat(awaiting()).hasSize(1);
        correct(0);
        assertThat(awaiting()).isEmpty();
    }

    @Test
    void waitsForTheLeafOfItsExpense() {
        String proof = upload(Papers.photograph(), "facture.jpg");
        UUID id = UUID.fromString(proof.substring(proof.lastIndexOf('/') + 1));
        Mono<Void> early = leaves.published(Map.of(id, LocalDate.of(2026, 11, 20)));
        assertThatThrownBy(early::block).hasMessageContaining("No leaf stands yet");
    }

    @Test
    void statesASalaryAndShowsNoPayslip() {
        treasurer
                .post(home + "/attestation", "du", "2026-10-01", "au", "2026-09-01", "fonction", "Mme Lou Essai")
                .expectStatus()
                .isEqualTo(422);
        treasurer
                .post(
                        home + "/attestation",
                        "du",
                        "2026-10-01",
                        "au",
                        "2026-10-31",
                        "fonction",
                        "animatrice du jardin",
                        "part",
                        "40 %",
                        "montant",
                        "1 200,50",
                        "signe",
                        "on")
                .expectStatus()
                .isSeeOther();
        approve();
        PublicProof open = published().get(0);
        assertThat(open.kind()).isEqualTo("attestation");
        assertThat(open.statement())
                .contains("animatrice du jardin", "40")
                .matches("(?s).*1er.octobre 2026.*")
                .contains("200,50");
        assertThat(journal()).contains("\"attestation\":").doesNotContain("animatrice");
    }

    @Test
    void showsOriginalsToFewAndNotesEachOpening() {
        String proof = upload(Papers.invoice(), "facture.pdf");
        Visitor accountant = visitors.member(association.slug(), "ACCOUNTANT");
        byte[] original = accountant
                .get(proof + "/original")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectHeader()
                .valueEquals("Content-Disposition", "attachment; filename=\"original.pdf\"")
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        assertThat(new String(Objects.requireNonNull(original), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
        accountant.get(proof).expectStatus().isOk();
        accountant.get(proof + "/pages/1").expectStatus().isOk().expectHeader().contentType("image/png");
        accountant.get(proof + "/pages/3").expectStatus().isNotFound();
        accountant.post(proof + "/zones").expectStatus().isForbidden();
        for (String role : List.of("EDITOR", "READER")) {
            Visitor other = visitors.member(association.slug(), role);
            for (String end : List.of("", "/original", "/pages/1", "/copie")) {
                other.get(proof + end).expectStatus().isForbidden();
            }
        }
        visitors.anonymous()
                .get(proof + "/original")
                .expectStatus()
                .value(status -> assertThat(status).isNotEqualTo(200));
        String id = proof.substring(proof.lastIndexOf('/') + 1);
        assertThat(count("select count(*) from platform.audit where object = '" + id
                        + "' and act in ('proof.downloaded', 'proof.opened', 'proof.page-opened')"))
                .isEqualTo(3);
    }

    @Test
    void refusesWhatIsNoProofInWords() {
        post(home, "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8), "facture.pdf", "facture")
                .expectStatus()
                .isEqualTo(422);
        String answer = body(post(home, Papers.locked(), "facture.pdf", "facture"));
        assertThat(answer).contains("mot de passe");
        assertThat(body(post(home, new byte[0], "facture.pdf", "facture"))).contains("vide");
        assertThat(body(post(home, new byte[20 * 1024 * 1024 + 1], "facture.pdf", "facture")))
                .contains("dépasse 20");
        assertThat(published()).isEmpty();
    }

    @Test
    void leavesNothingOfADiscardedProof() {
        String proof = upload(Papers.invoice(), "facture.pdf");
        long before = count("select count(*) from platform.file");
        treasurer.post(proof + "/abandon").expectStatus().isSeeOther();
        assertThat(before - count("select count(*) from platform.file")).isEqualTo(5);
        treasurer.get(proof).expectStatus().isNotFound();
    }

    @Test
    void destroysTheKeysOfOriginalsAfterTheirTime() {
        approve();
        String proof = upload(Papers.invoice(), "facture.pdf");
        String id = proof.substring(proof.lastIndexOf('/') + 1);
        forgetting.forget(Instant.parse("2036-12-31T00:00:00Z"), 500).block();
        treasurer.get(proof + "/original").expectStatus().isOk();
        long before = count("select count(*) from platform.file where sealed_key is not null");
        forgetting.forget(Instant.parse("2037-01-02T00:00:00Z"), 500).block();
        treasurer.get(proof + "/original").expectStatus().isNotFound();
        assertThat(before - count("select count(*) from platform.file where sealed_key is not null"))
                .isGreaterThanOrEqualTo(5);
        assertThat(count("select count(*) from transparency.proof where id = '" + id
                        + "' and original_sha256 is not null"))
                .isOne();
        assertThat(forgetting.forget(Instant.parse("2037-01-02T00:00:00Z"), 500).block())
                .isZero();
    }

    private UUID enter() {
        return enter(Expense.Kind.EXPENSE);
    }

    private UUID enter(Expense.Kind kind) {
        UUID line = campaign.plan().lines().get(0).id();
        Expense.Part part = new Expense.Part(campaign.campaign().id().value(), line, 18420, "606", "C1.1.a", true);
        Expense.Invoice invoice = new Expense.Invoice(
                LocalDate.of(2026, 11, 20),
                "MARQUE-FOURNISSEUR",
                false,
                "Planches",
                Expense.Paid.BANK,
                LocalDate.of(2026, 11, 20),
                "avancé par l’association",
                null,
                false,
                List.of(part));
        return Objects.requireNonNull(spending.draft(association.id().value(), kind, invoice, UUID.randomUUID())
                        .block())
                .id();
    }

    /** @param cents 0 takes it back */
    private void correct(long cents) {
        Expense old = Objects.requireNonNull(
                spending.find(association.id().value(), expense).block());
        Expense.Part part = old.invoice().parts().get(0);
        Expense.Invoice paper = old.invoice();
        Expense.Invoice next = cents == 0
                ? paper.nothing()
                : new Expense.Invoice(
                        paper.day(),
                        paper.supplier(),
                        false,
                        paper.purpose(),
                        paper.paid(),
                        paper.paidOn(),
                        paper.overReason(),
                        null,
                        false,
                        List.of(new Expense.Part(
                                part.campaign(), part.line(), cents, part.account(), part.crod(), true)));
        Decision corrected = spending.correct(old.association(), old.id(), next, "erreur de saisie", UUID.randomUUID())
                .block();
        expense = ((Decision.Done) Objects.requireNonNull(corrected)).expense().id();
        approve();
    }

    private CampaignUse.Line use() {
        return Objects.requireNonNull(funds.of(campaign).block()).total();
    }

    /** Where the leaf of the expense stands in its journal. */
    private long place(String purpose) {
        return count("select seq from transparency.leaf where source_id = '" + expense + "' and purpose = '" + purpose
                + "'");
    }

    private void approve() {
        Expense draft = Objects.requireNonNull(
                spending.find(association.id().value(), expense).block());
        spending.submit(draft.association(), expense, draft.author()).block();
        Decision decided = spending.approve(draft.association(), expense, draft.version(), UUID.randomUUID())
                .block();
        assertThat(decided).isInstanceOf(Decision.Done.class);
        pump.drain().block();
    }

    private String upload(byte[] file, String name) {
        String next = Objects.requireNonNull(post(home, file, name, "facture")
                .expectStatus()
                .isSeeOther()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getFirst("Location"));
        return next.substring(next.indexOf("/espace"));
    }

    private WebTestClient.ResponseSpec post(String path, byte[] file, String name, String kind) {
        MultipartBodyBuilder parts = new MultipartBodyBuilder();
        parts.part("fichier", file).filename(name).contentType(MediaType.APPLICATION_PDF);
        parts.part("genre", kind);
        parts.part("_csrf", Visitor.csrfField());
        return treasurer
                .web()
                .post()
                .uri(path)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .accept(MediaType.TEXT_HTML)
                .bodyValue(parts.build())
                .exchange();
    }

    private static String body(WebTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private WebTestClient.ResponseSpec reveal(String proof, Zone... zones) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        for (Zone zone : zones) {
            form.add("zone", zone.written());
        }
        return treasurer.post(proof + "/zones", form);
    }

    private WebTestClient.ResponseSpec confirm(String proof, String hash, boolean looked) {
        return looked
                ? treasurer.post(proof + "/publication", "copie", hash, "vu", "on")
                : treasurer.post(proof + "/publication", "copie", hash);
    }

    private static String fingerprint(Document preview) {
        return Objects.requireNonNull(preview.selectFirst("input[name=copie]")).val();
    }

    private List<PublicProof> published() {
        return Objects.requireNonNull(shown.of(List.of(expense)).collectList().block());
    }

    private List<String> awaiting() {
        return Objects.requireNonNull(
                awaited.awaited(List.of(new AssociationId(association.id().value())), 10)
                        .map(AwaitedAct::below)
                        .map(below -> "/espace/" + association.slug() + below)
                        .collectList()
                        .block());
    }

    private String journal() {
        return Objects.requireNonNull(database.sql("""
                select coalesce(string_agg(convert_from(bytes, 'UTF8'), E'\\n' order by seq), '')
                from transparency.leaf where campaign = :campaign
                """)
                .bind("campaign", campaign.campaign().id().value())
                .map(row -> row.get(0, String.class))
                .one()
                .block());
    }

    private long count(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).map(row -> row.get(0, Long.class)).one().block());
    }

    /** Every pixel outside the zones is the cover. */
    private static void onlyTheseShow(byte[] png, List<Zone> zones) throws IOException {
        BufferedImage copy = ImageIO.read(new ByteArrayInputStream(png));
        int outside = 0;
        for (int x = 0; x < copy.getWidth(); x++) {
            for (int y = 0; y < copy.getHeight(); y++) {
                int px = x;
                int py = y;
                boolean inside = zones.stream()
                        .anyMatch(zone -> px * 10_000L / copy.getWidth() >= zone.x() - 10
                                && px * 10_000L / copy.getWidth() <= zone.x() + zone.width() + 10
                                && py * 10_000L / copy.getHeight() >= zone.y() - 10
                                && py * 10_000L / copy.getHeight() <= zone.y() + zone.height() + 10);
                if (!inside) {
                    outside++;
                    if ((copy.getRGB(x, y) & 0xFFFFFF) != (PublicCopy.COVER.getRGB() & 0xFFFFFF)) {
                        throw new AssertionError("shows " + x + "," + y);
                    }
                }
            }
        }
        assertThat(outside).isPositive();
    }
}
