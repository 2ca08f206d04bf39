package org.tremplin.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.transparency.verify.Checkpoint;
import org.tremplin.transparency.verify.JournalCheck;
import org.tremplin.transparency.verify.Problem;

/**
 * The whole guided visit, from the front page of the demonstration to a campaign of one's own. Each button, link and
 * choice that is pressed counts, each file that is opened or dropped too; typing does not.
 */
@Story(properties = "tremplin.demo.sample-data=true")
class GuidedVisitTest {

    private static final int MOST_CLICKS = 30;

    @Autowired
    TremplinSettings settings;

    private Visit visit;
    private Page page;
    private int clicks;

    /** On a phone with scripts, then at a desk without; what the first changed, the second finds changed. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesThirtyClicksAtMost(boolean scripted) throws IOException {
        Visit.Window window = Visit.of(settings);
        clicks = 0;
        try (Visit visitor = (scripted ? window.phone() : window.withoutJavaScript()).open("/demo")) {
            visit = visitor;
            page = visitor.page();
            gives();
            looksAtClairesGift();
            cheatsInTheFile(scripted);
            cheatsOnTheSite();
            findsTheSecondPerson();
            compares();
            begins(scripted);
            assertThat(visitor.complaints())
                    .as("only that nobody approves their own expense")
                    .singleElement()
                    .asString()
                    .contains("403");
        }
        assertThat(clicks).as("clicks").isLessThanOrEqualTo(MOST_CLICKS);
    }

    /** What the first page of the documentation shows. */
    @Test
    void showsItselfInThreePictures() {
        try (Visit desk = Visit.of(settings).open("/c/passe-a-poissons")) {
            desk.isAccessible();
            desk.picture("campagne");
            desk.go("/c/un-puits-et-une-serre/fonds");
            desk.isAccessible();
            desk.page().locator("#t-flux").evaluate("heading => heading.scrollIntoView()");
            desk.picture("fonds");
            desk.go("/mecenes/comparer?c=passe-a-poissons,un-puits-et-une-serre,maillots");
            desk.isAccessible();
            desk.page().locator("#t-table").evaluate("heading => heading.scrollIntoView()");
            desk.picture("comparer");
        }
    }

    private void gives() {
        look();
        Page aside = visit.secondPage("/demo/visite/1");
        long before = number(aside.locator("main p b"));
        aside.close();
        click(".visit-home .btn-give");
        assertThat(page.locator(".visit li a:target")).containsText("1");
        page.locator("#email").fill("passante@don.example");
        page.locator("#prenom").fill("Ana");
        page.locator("#nom").fill("Essai");
        click("button.btn-give");
        click("button[value=PAID]");
        assertThat(page).hasURL(Pattern.compile("/don/[A-Za-z0-9_-]{32}"));
        stop(2);
        assertThat(number(page.locator("main .note b"))).isEqualTo(before + 30);
    }

    private void looksAtClairesGift() {
        look();
        assertThat(page.locator("main figure img").evaluate("image => image.naturalWidth > 0"))
                .isEqualTo(true);
        click("main .btn-main");
        assertThat(page.locator("h1")).containsText("Claire");
        assertThat(page.locator("main")).containsText(Pattern.compile("12,04\\s€"));
        stop(3);
    }

    private void cheatsInTheFile(boolean scripted) throws IOException {
        look();
        String seal = page.locator("#sceau").inputValue();
        Path checker = download("a[href='/verifier-journal.html']");
        Path typed = download("a[href$='journal-retouche.jsonl']");
        Path signed = download("a[href$='journal-resigne.jsonl']");
        if (!scripted) {
            assertThat(checked(typed, null)).isEqualTo(Problem.What.HASH);
            assertThat(checked(signed, null)).isNull();
            assertThat(checked(signed, seal)).isEqualTo(Problem.What.SEEN_DIFFERS);
            return;
        }
        try (BrowserContext offline = Chromium.find()
                .orElseThrow()
                .newContext(new Browser.NewContextOptions().setLocale("fr-FR").setOffline(true))) {
            Page file = offline.newPage();
            clicks++;
            file.navigate(checker.toUri().toString());
            drop(file, typed, "HASH");
            assertThat(file.locator("#answer")).containsText("Ligne");
            drop(file, signed, "GOOD");
            file.locator("#seen").fill(seal);
            file.waitForSelector("#answer[data-code=SEEN_DIFFERS]");
        }
    }

    private void cheatsOnTheSite() {
        click("main form button");
        Locator amount = page.locator("[name=montant]");
        if (amount.count() > 0) {
            amount.fill("312,50");
            page.locator("[name=motif]").fill("Pour voir");
            click(".actions button.primary");
        }
        assertThat(page.locator("main")).containsText("312,50");
        click("form[action$='/approbation'] button");
        assertThat(page.locator("[role=alert]")).containsText("Personne n’approuve sa propre dépense");
        assertThat(page.locator("main")).containsText("312,50");
        look();
        stop(4);
    }

    private void findsTheSecondPerson() {
        look();
        click("main .visit-do li:nth-child(2) form button");
        click("input[value=TREASURER]");
        click("main .form button[type=submit]");
        stop(4);
        click("main .visit-do li:nth-child(1) form button");
        assertThat(page.locator(".gate").filter(has("Deux personnes"))).containsText("oui");
        assertThat(page.locator(".gate").filter(has("Un compte rendu promis"))).containsText("manque");
        Locator why =
                page.locator(".gate").filter(has("Un compte rendu promis")).locator("summary");
        clicks++;
        why.click();
        stop(5);
    }

    private void compares() {
        look();
        click("main .btn-main");
        assertThat(page.locator("main thead th")).hasCount(4);
        assertThat(page.locator("main")).containsText("non communiqué");
        click("main thead th:nth-child(2) a");
        assertThat(page).hasURL(Pattern.compile("/c/passe-a-poissons/mecene"));
        stop(6);
    }

    private void begins(boolean scripted) {
        look();
        click("main form button");
        page.locator("[name=nom]").fill(scripted ? "Les Amis du Moulin" : "Les Amis du Lavoir");
        page.locator("[name=objet]").fill("Rouvrir un lieu à tous");
        page.locator("[name=rue]").fill("3 rue des Essais");
        page.locator("[name=codePostal]").fill("69008");
        page.locator("[name=ville]").fill("Valmorin");
        page.locator("[name=rna]").fill(scripted ? "W691234561" : "W691234562");
        click("main form button[name=suite]");
        click("input[value=jardin-partage]");
        page.locator("[name=titre]").fill("Un potager pour la rue");
        page.locator("[name=pourQui]").fill("Les familles de la rue");
        click(".actions button[name=voir]");
        assertThat(page).hasURL(Pattern.compile("/apercu$"));
        assertThat(page.locator("h1")).containsText("Un potager pour la rue");
        assertThat(page.locator("main .draft")).containsText("Aperçu");
        look();
    }

    private void stop(int number) {
        click(".visit li:nth-child(" + number + ") a");
        assertThat(page.locator(".visit [aria-current=step]")).containsText(String.valueOf(number));
    }

    private void look() {
        visit.isAccessible();
        visit.fitsTheWindow();
    }

    private void click(String selector) {
        clicks++;
        page.locator(selector).first().click();
    }

    private Path download(String selector) {
        Download download = page.waitForDownload(() -> click(selector));
        Path kept = Path.of("target", "visit", download.suggestedFilename());
        download.saveAs(kept);
        return kept.toAbsolutePath();
    }

    private void drop(Page checker, Path journal, String code) {
        clicks++;
        checker.locator("#file").setInputFiles(journal);
        checker.waitForSelector("#answer[data-code=" + code + "]");
    }

    private static long number(Locator shown) {
        return Long.parseLong(shown.first().textContent().replaceAll("\\D", ""));
    }

    private static Locator.FilterOptions has(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Problem.What checked(Path journal, String seal) throws IOException {
        Checkpoint.Signed seen = seal == null ? null : Checkpoint.read(seal).orElseThrow();
        Problem problem =
                JournalCheck.check(Files.newInputStream(journal), seen).problem();
        return problem == null ? null : problem.what();
    }
}
