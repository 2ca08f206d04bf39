package org.tremplin.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tremplin.Jvm;
import org.tremplin.Samples;
import org.tremplin.Visitor;
import org.tremplin.association.Association;
import org.tremplin.association.Role;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.Spending;

/**
 * From a photographed quote to what a donor sees of it: the treasurer uncovers three zones with a thumb, the president
 * approves, the public page moves, the donor opens the mailed link, and the downloaded journal stands a check.
 */
@Story
@Import(Samples.class)
class ProofOfAPurchaseTest {

    private static final Color NAME = Color.MAGENTA;

    /** Tries of a page that is up to two seconds behind. */
    private static final Page.WaitForFunctionOptions PATIENT =
            new Page.WaitForFunctionOptions().setPollingInterval(400);

    @Autowired
    TremplinSettings settings;

    @Autowired
    Samples samples;

    @Autowired
    Spending spending;

    @TempDir
    Path folder;

    private Association association;
    private PublishedCampaign campaign;
    private String home;
    private Visitor treasurer;

    @BeforeEach
    void campaign() {
        association = samples.association("Le Verger " + UUID.randomUUID());
        campaign = samples.campaign(
                association, "verger-" + UUID.randomUUID().toString().substring(0, 8));
        home = "/espace/" + association.slug() + "/depenses";
        treasurer = samples.member(association, Role.TREASURER);
    }

    @Test
    void isFollowedFromThePhotographToTheDonorAndTheJournal() throws Exception {
        String gift = give();
        String expense;
        try (Visit phone = Visit.of(settings).touch().signedInAs(treasurer).open(home + "/nouvelle")) {
            expense = enter(phone);
            photograph(phone);
            Page page = phone.page();
            Locator paper = page.locator(".layer").first();
            assertThat(page.locator("#gestes")).isVisible();
            phone.isAccessible();
            tap(page, paper, .25, .15);
            tap(page, paper, .25, .35);
            tap(page, paper, .75, .35);
            assertThat(page.locator(".zone-box")).hasCount(3);
            phone.fitsTheWindow();
            page.locator("button[form=zones]").tap();
            publish(phone);
            phone.go(expense);
            page.locator("form[action$='/envoi'] button").tap();
            assertThat(page.locator("main [role=status]")).isVisible();
            assertThat(phone.complaints()).isEmpty();
        }
        try (Visit phone = Visit.of(settings)
                .touch()
                .signedInAs(samples.member(association, Role.PRESIDENT))
                .open(expense)) {
            phone.page().locator("form[action$='/approbation'] button").tap();
            assertThat(phone.page().locator("main .tag.ok").first()).isVisible();
        }
        String funds = "/c/" + campaign.campaign().slug() + "/fonds";
        try (Visit anyone = Visit.of(settings).phone().open(funds)) {
            waitFor(anyone.page(), funds, "/justificatifs/");
            anyone.go(funds);
            assertThat(anyone.page().locator("main")).containsText("Les jeunes arbres");
            anyone.fitsTheWindow();
            String copy = anyone.page().locator("a.proof").first().getAttribute("href");
            showsThreeZonesAndNoName(
                    anyone.page().request().get(settings.absolute(copy)).body());
        }
        try (Visit donor = Visit.of(settings).phone().open("/demo/courrier")) {
            Page page = donor.page();
            page.locator(".mails a").first().click();
            assertThat(page.locator("body")).containsText("Claire");
            assertThat(page.locator("a[href*='" + gift + "']").first()).isAttached();
            waitFor(page, gift, "/justificatifs/");
            page.locator("a[href*='" + gift + "']").first().click();
            assertThat(page.locator("main")).containsText(Pattern.compile("dépensés"));
            page.locator("main details summary").first().click();
            assertThat(page.locator("a.proof").first()).isVisible();
            donor.isAccessible();
            donor.fitsTheWindow();
        }
        check();
    }

    @Test
    void isUncoveredWithTheKeyboardAlone() throws IOException {
        String proofs = home + "/" + enter() + "/justificatifs";
        try (Visit desk = Visit.of(settings).signedInAs(treasurer).open(proofs)) {
            upload(desk);
            Page page = desk.page();
            Keyboard.reach(page, "[data-add-to='1']");
            page.keyboard().press("Enter");
            Locator box = page.locator(".zone-box");
            assertThat(box).isFocused();
            assertThat(box).hasAccessibleName(Pattern.compile("Zone 1, page 1.*"));
            for (String key : List.of("ArrowUp", "ArrowLeft", "Shift+ArrowRight", "Shift+ArrowDown")) {
                page.keyboard().press(key);
            }
            assertThat(page.locator("input[type=hidden][name=zone]").inputValue())
                    .isEqualTo("1:2950,4750,4050,450");
            page.keyboard().press("Delete");
            assertThat(box).hasCount(0);
            assertThat(page.locator("[data-add-to='1']")).isFocused();
            page.keyboard().press("Enter");
            Keyboard.press(page, "button[form=zones]", "/copie$");
            Keyboard.reach(page, "#vu");
            page.keyboard().press("Space");
            Keyboard.press(page, "button[form=publier]", "/justificatifs$");
            assertThat(page.locator("main .tag").first()).hasText(Pattern.compile("Prêt"));
        }
    }

    @Test
    void isUncoveredWithoutJavaScriptByNamingZonesOrByAnotherCopy() throws IOException {
        String proofs = home + "/" + enter() + "/justificatifs";
        try (Visit phone = Visit.of(settings)
                .phone()
                .withoutJavaScript()
                .signedInAs(treasurer)
                .open(proofs)) {
            upload(phone);
            Page page = phone.page();
            String reveal = page.url();
            page.locator("input[name=zone]").nth(9).check();
            page.locator("button[form=zones]").click();
            assertThat(page.locator("img.copy")).isVisible();
            phone.go(reveal);
            assertThat(page.locator("input[name=zone]").nth(9)).isChecked();
            page.locator("summary").last().click();
            page.locator("#fichier").setInputFiles(quote());
            page.locator("form[action$='/copie-caviardee'] button").click();
            publish(phone);
        }
    }

    /** The downloaded journal stands a check, and no longer once one byte is another. */
    private void check() throws Exception {
        String journal;
        try (Visit anyone = Visit.of(settings).open("/")) {
            journal = anyone.page()
                    .request()
                    .get(settings.absolute("/c/" + campaign.campaign().slug() + "/journal.jsonl"))
                    .text();
        }
        assertThat(journal).contains("\"kind\":\"proof\"", "\"kind\":\"approval\"");
        Path file = Files.writeString(folder.resolve("journal.jsonl"), journal);
        assertThat(verified(file)).isZero();
        Files.writeString(file, journal.replaceFirst("\"cents\":2000", "\"cents\":2001"));
        assertThat(verified(file)).isNotZero();
    }

    private int verified(Path journal) throws IOException, InterruptedException {
        Process command = Jvm.application(folder, "verify-journal", journal.toString());
        command.getInputStream().readAllBytes();
        return command.waitFor();
    }

    /** @return the address of the gift's page, without what comes before */
    private String give() {
        try (Visit phone =
                Visit.of(settings).phone().open("/c/" + campaign.campaign().slug() + "/don?montant=50")) {
            Page page = phone.page();
            page.locator("#email").fill("claire@don.example");
            page.locator("#prenom").fill("Claire");
            page.locator("#nom").fill("Essai");
            page.locator("button.btn-give").click();
            page.locator("button[value=PAID]").click();
            assertThat(page).hasURL(Pattern.compile("/don/[A-Za-z0-9_-]{32}"));
            return page.url().replaceFirst(".*(/don/[A-Za-z0-9_-]{32}).*", "$1");
        }
    }

    /** @return the address of the draft */
    private String enter(Visit phone) {
        Page page = phone.page();
        page.locator("#qui").fill("Pépinière Privée");
        page.locator("#montant").fill("20,00");
        page.locator("#quoi").fill("Les jeunes arbres");
        page.locator("input[name=ligne]").first().check();
        phone.fitsTheWindow();
        page.locator("button[name=plus-tard]").tap();
        assertThat(page).hasURL(Pattern.compile("/depenses/[0-9a-f-]{36}"));
        page.locator("a[href$='/justificatifs']").tap();
        assertThat(page).hasURL(Pattern.compile("/justificatifs$"));
        return page.url().replaceFirst(".*(/espace/.*)/justificatifs$", "$1");
    }

    private UUID enter() {
        LocalDate day = LocalDate.of(2026, 11, 10);
        Expense.Part part = new Expense.Part(
                campaign.campaign().id().value(), campaign.plan().lines().get(0).id(), 4_000, "606", "C1.1.a", true);
        Expense.Invoice invoice = new Expense.Invoice(
                day, "Pépinière", false, "Les jeunes arbres", Expense.Paid.BANK, day, "", null, false, List.of(part));
        return Objects.requireNonNull(
                        spending.draft(association.id().value(), Expense.Kind.EXPENSE, invoice, UUID.randomUUID())
                                .block())
                .id();
    }

    private static void photograph(Visit phone) throws IOException {
        phone.page().locator("#genre").selectOption("devis");
        upload(phone);
    }

    private static void upload(Visit visit) throws IOException {
        Page page = visit.page();
        page.locator("#fichier").setInputFiles(quote());
        page.locator("form[enctype] .btn-main").click();
        assertThat(page).hasURL(Pattern.compile("/justificatifs/[0-9a-f-]{36}$"));
        page.waitForLoadState();
    }

    private static void publish(Visit visit) {
        Page page = visit.page();
        assertThat(page).hasURL(Pattern.compile("/copie$"));
        visit.isAccessible();
        visit.fitsTheWindow();
        page.locator("#vu").check();
        page.locator("button[form=publier]").click();
        assertThat(page).hasURL(Pattern.compile("/justificatifs$"));
        assertThat(page.locator("main .tag").first()).hasText(Pattern.compile("Prêt"));
    }

    private static void tap(Page page, Locator paper, double x, double y) {
        paper.scrollIntoViewIfNeeded();
        BoundingBox box = paper.boundingBox();
        page.touchscreen().tap(box.x + box.width * x, box.y + box.height * y);
    }

    private static void waitFor(Page page, String path, String words) {
        page.waitForFunction(
                "async ([path, words]) => (await (await fetch(path)).text()).includes(words)",
                List.of(path, words),
                PATIENT);
    }

    /** A photograph: three dark bars to uncover, and a name in magenta. */
    private static FilePayload quote() throws IOException {
        BufferedImage picture = new BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        brush.setColor(Color.WHITE);
        brush.fillRect(0, 0, 600, 800);
        brush.setColor(Color.BLUE);
        brush.fillRect(90, 110, 120, 20);
        brush.fillRect(90, 270, 120, 20);
        brush.fillRect(390, 270, 120, 20);
        brush.setColor(NAME);
        brush.fillRect(60, 600, 480, 60);
        brush.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return new FilePayload("IMG 1.png", "image/png", bytes.toByteArray());
    }

    private static void showsThreeZonesAndNoName(byte[] png) throws IOException {
        BufferedImage copy = ImageIO.read(new ByteArrayInputStream(png));
        for (int x = 0; x < copy.getWidth(); x++) {
            for (int y = 0; y < copy.getHeight(); y++) {
                assertThat(copy.getRGB(x, y)).isNotEqualTo(NAME.getRGB());
            }
        }
        for (int[] bar : new int[][] {{150, 120}, {150, 280}, {450, 280}}) {
            assertThat(copy.getRGB(bar[0], bar[1])).isEqualTo(Color.BLUE.getRGB());
        }
    }
}
