package org.tremplin.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tremplin.Samples;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.security.Tokens;

/**
 * An association makes its dossier with one paper missing; a foundation opens the private link, reads first what is missing
 * and takes the file; the association sees that it was opened, and ends the link.
 */
@Story
@Import(Samples.class)
class FoundationReadsADossierTest {

    private static final String MISSING = "Attestation d’assurance responsabilité civile";

    @Autowired
    TremplinSettings settings;

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @TempDir
    Path folder;

    private String slug;
    private String home;
    private Visitor treasurer;

    @BeforeEach
    void campaign() {
        Association association = samples.association("Les Sources " + UUID.randomUUID());
        slug = "sources-" + UUID.randomUUID().toString().substring(24);
        home = "/espace/" + association.slug() + "/c/"
                + samples.publish(association.id(), slug, samples.plan("Rouvrir la source"))
                        .campaign()
                        .id()
                        .value()
                + "/dossier";
        treasurer = visitors.member(association.slug(), "TREASURER");
    }

    @Test
    void readsWhatIsMissingFirstUntilTheLinkEnds() throws IOException {
        try (Visit desk = Visit.of(settings).signedInAs(treasurer).open(home);
                Visit foundation = Visit.of(settings).phone().open("/mecenes")) {
            String link = makes(desk);
            opens(foundation, link);
            byte[] file = takes(foundation);
            assertThat(foundation.page().locator("p.hash"))
                    .hasText("SHA-256 " + HexFormat.of().formatHex(Tokens.sha256(file)));
            saysWhatIsMissing(file);
            isCounted(desk);
            ends(desk);
            isOver(foundation, link);
        }
    }

    /** Three papers of four. */
    private String makes(Visit desk) throws IOException {
        Page page = desk.page();
        for (String kind : List.of("statuts", "comptes", "rapport")) {
            page.locator("#genre").selectOption(kind);
            page.locator("#fichier").setInputFiles(new FilePayload(kind + ".pdf", "application/pdf", paper()));
            page.locator("form[action$='/pieces'] button").click();
        }
        assertThat(page.locator("form:has(#pour) .note li")).hasText(MISSING);
        page.locator("#pour").fill("Fondation de l’eau");
        page.locator("form:has(#pour) button").click();
        assertThat(page.locator("main")).containsText("Page ouverte zéro fois, fichier téléchargé zéro fois");
        desk.isSound();
        return page.locator("a.hash").getAttribute("href");
    }

    private void opens(Visit foundation, String link) {
        Page page = foundation.page();
        foundation.go(link);
        assertThat(page.locator("main h2").first()).hasText("Pièces manquantes");
        assertThat(page.locator("section[aria-labelledby=t-manque] li")).hasText(MISSING);
        assertThat(page.locator("section[aria-labelledby=t-contient] li").nth(1))
                .hasText("Statuts signés");
        assertThat(page.locator("main")).not().containsText("Fondation de l’eau");
        foundation.isSound();
    }

    private byte[] takes(Visit foundation) throws IOException {
        Page page = foundation.page();
        Download download = page.waitForDownload(
                () -> page.locator("a[href$='/dossier.pdf']").click());
        assertThat(download.suggestedFilename()).isEqualTo("dossier-" + slug + ".pdf");
        Path kept = folder.resolve("dossier.pdf");
        download.saveAs(kept);
        return Files.readAllBytes(kept);
    }

    private static void saysWhatIsMissing(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getDocumentCatalog()
                            .getNames()
                            .getEmbeddedFiles()
                            .getNames())
                    .containsOnlyKeys("statuts.pdf", "comptes.pdf", "rapport.pdf", "budget.csv", "preuves.json");
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .containsSubsequence(
                            "Rouvrir la source",
                            "Pièces manquantes",
                            MISSING,
                            "Observé ici",
                            "Budget, des deux côtés",
                            "Fichiers joints",
                            "statuts.pdf");
        }
    }

    private static void isCounted(Visit desk) {
        desk.page().reload();
        assertThat(desk.page().locator("main")).containsText("Page ouverte une fois, fichier téléchargé une fois");
        desk.page().locator("summary").filter(has("Quand")).click();
        assertThat(desk.page().locator("details[open] li")).hasCount(2);
    }

    private static void ends(Visit desk) {
        desk.page().locator("form[action$='/fin'] button").click();
        assertThat(desk.page().locator("main")).containsText("Aucun lien n’est ouvert");
        desk.page().locator("summary").filter(has("Un lien terminé")).click();
        assertThat(desk.page().locator("details[open]"))
                .containsText("Fermé par l’association · Page ouverte une fois, fichier téléchargé une fois");
        desk.isSound();
    }

    /** The page that is still open leads nowhere any more, and says so in a sentence. */
    private static void isOver(Visit foundation, String link) {
        Page page = foundation.page();
        page.locator("a[href$='/dossier.pdf']").click();
        assertThat(page.locator("main")).containsText("Ce lien n’est plus ouvert");
        assertThat(foundation.go(link)).isEqualTo(410);
        assertThat(page.locator("h1")).hasText("Ce dossier est fermé");
        assertThat(page.locator("main")).containsText("Demandez-lui un nouveau lien");
        foundation.isAccessible();
    }

    private static Locator.FilterOptions has(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static byte[] paper() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}
