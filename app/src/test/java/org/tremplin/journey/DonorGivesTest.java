package org.tremplin.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tremplin.Samples;
import org.tremplin.association.Association;
import org.tremplin.platform.TremplinSettings;

/** Walk A in a browser: a gift on a phone, the thank-you, and the total that moves on somebody else's screen. */
@Story
@Import(Samples.class)
class DonorGivesTest {

    @Autowired
    TremplinSettings settings;

    @Autowired
    Samples samples;

    private String campaign;

    @BeforeEach
    void campaign() {
        Association association = samples.association("Les Jardins " + UUID.randomUUID());
        String slug = "jardin-" + UUID.randomUUID().toString().substring(0, 8);
        samples.campaign(association, slug);
        campaign = "/c/" + slug;
    }

    @Test
    void givesOnAPhoneWhileTheTotalMovesOnAnotherScreen() {
        try (Visit watcher = Visit.of(settings).open(campaign);
                Visit phone = Visit.of(settings).phone().open(campaign)) {
            assertThat(watcher.page().getByText("le vôtre serait le premier")).isVisible();
            give(phone);
            assertThat(watcher.page().locator(".give-sum b").first()).hasText(Pattern.compile("50\\s€"));
            assertThat(watcher.page().locator(".stats")).containsText(Pattern.compile("1\\s+don(?!s)"));
            assertThat(watcher.page().getByText("le vôtre serait le premier")).isHidden();
            phone.page().context().clearCookies();
            phone.go(campaign);
            give(phone);
            assertThat(watcher.page().locator(".stats")).containsText(Pattern.compile("2\\s+dons"));
            assertThat(phone.complaints()).isEmpty();
            assertThat(watcher.complaints()).isEmpty();
        }
    }

    @Test
    void givesWithoutJavaScript() {
        try (Visit phone = Visit.of(settings).phone().withoutJavaScript().open(campaign)) {
            give(phone);
        }
    }

    @Test
    void givesWithTheKeyboardAlone() {
        try (Visit desk = Visit.of(settings).open(campaign + "/don?montant=50")) {
            Page page = desk.page();
            page.locator("#email").focus();
            page.keyboard().type("clavier@don.example");
            page.keyboard().press("Tab");
            page.keyboard().type("Ana");
            page.keyboard().press("Tab");
            page.keyboard().type("Clavier");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile("/demo/paiement/"));
        }
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsMissing() {
        try (Visit phone = Visit.of(settings).phone().open(campaign + "/don")) {
            Page page = phone.page();
            page.locator("#prenom").fill("Léa");
            page.locator("button.btn-give").click();
            assertThat(page.locator("[role=alert]")).isVisible();
            assertThat(page.locator("#prenom")).hasValue("Léa");
            assertThat(page.locator("#e-email")).isVisible();
            phone.isAccessible();
            phone.fitsTheWindow();
        }
    }

    @Test
    void asksForFiveFieldsAtMost() {
        try (Visit phone = Visit.of(settings).phone().open(campaign + "/don")) {
            // text boxes and choices shown before anything is unfolded; tick boxes do not count
            int boxes = phone.page()
                    .locator("main form input:visible:not([type=radio]):not([type=checkbox]), main form select:visible,"
                            + " main form textarea:visible")
                    .count();
            int choices = (int) phone.page().evaluate("""
                    () => new Set([...document.querySelectorAll('main form input[type=radio]')]
                      .filter(r => r.checkVisibility()).map(r => r.name)).size""");
            assertThat(boxes + choices).isLessThanOrEqualTo(5);
        }
    }

    private static void give(Visit phone) {
        Page page = phone.page();
        page.locator(".amount")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("50"))
                .first()
                .click();
        page.locator(".give .btn-give").click();
        assertThat(page).hasURL(Pattern.compile("/don\\?.*montant=50"));
        phone.fitsTheWindow();
        page.locator("#email").fill("lea@don.example");
        page.locator("#prenom").fill("Léa");
        page.locator("#nom").fill("Essai");
        page.locator("button.btn-give").click();
        page.locator("button[value=PAID]").click();
        assertThat(page).hasURL(Pattern.compile("/don/[A-Za-z0-9_-]{32}"));
        assertThat(page.locator("h1")).containsText("Léa");
    }
}
