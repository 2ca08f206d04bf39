package org.tremplin.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tremplin.journey.Keyboard.press;
import static org.tremplin.journey.Keyboard.reach;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tremplin.Samples;
import org.tremplin.TestClock;
import org.tremplin.Visitor;
import org.tremplin.association.Association;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Formalities;
import org.tremplin.capacity.Assessments;
import org.tremplin.capacity.Launched;
import org.tremplin.platform.TremplinSettings;

/** An association answers the short form on a phone, then the full one, and its draft becomes ready under its eyes. */
@Story
@Import(Samples.class)
class AssociationLooksAtItselfTest {

    private static final LocalDate TODAY = LocalDate.ofInstant(TestClock.START, ZoneId.of("Europe/Paris"));
    private static final Pattern ABOUT = Pattern.compile("(\\d+), environ");

    @Autowired
    TremplinSettings settings;

    @Autowired
    Samples samples;

    @Autowired
    CampaignDesign design;

    @Autowired
    Assessments assessments;

    private Association association;
    private CampaignId campaign;
    private String home;
    private Visitor president;

    @BeforeEach
    void draft() {
        association = samples.association("Les Ruches " + UUID.randomUUID());
        campaign = design.create(
                        association.id(),
                        "ruches-" + UUID.randomUUID().toString().substring(0, 8),
                        samples.promising(samples.plan("Des ruches sur le toit")))
                .block();
        design.attest(
                        association.id(),
                        campaign,
                        Formalities.said(TODAY.minusDays(10), "Compte rendu du bureau", true, "donnees@ruches.example"))
                .block();
        home = "/espace/" + association.slug();
        president = samples.president(association);
    }

    @Test
    void learnsWhatToDoNextAndPublishesOnceItIsReady() {
        try (Visit phone = Visit.of(settings).phone().signedInAs(president).open(home + "/diagnostic")) {
            Page page = phone.page();
            // five minutes
            page.locator("main form button.primary").first().click();
            answer(phone, List.of("profil", "en-ligne", "logiciels", "partenaires", "gouvernance"), 1);
            assertThat(page).hasURL(Pattern.compile("/resultat$"));
            assertThat(page.locator(".rec h3").first()).isVisible();
            assertThat(page.locator(".rec").first()).containsText("Qui peut aider");
            assertThat(page.locator(".rec")
                            .first()
                            .locator("a[href*='/ressources/aides']")
                            .first())
                    .isVisible();
            assertThat(page.locator(".recs .rec").count()).isBetween(1, 3);
            assertThat(page.locator(".radar")).hasCount(0);
            phone.isAccessible();
            phone.fitsTheWindow();

            // the rest, with the answers given so far
            phone.go(home + "/diagnostic");
            page.locator("[name=forme][value=complet]").check();
            page.locator("form:has([name=forme]) button[type=submit]").click();
            answer(
                    phone,
                    List.of("profil", "en-ligne", "logiciels", "partenaires", "energie", "obstacles", "gouvernance"),
                    2);
            assertThat(page).hasURL(Pattern.compile("/resultat$"));
            assertThat(page.locator(".radar")).isVisible();
            phone.isAccessible();
            phone.fitsTheWindow();
            publishes(phone);
        }
        Launched launched = assessments
                .launched(association.id(), campaign.value())
                .blockOptional()
                .orElseThrow();
        assertThat(launched.result().publishable()).isTrue();
    }

    private void publishes(Visit phone) {
        Page page = phone.page();
        String draft = home + "/c/" + campaign.value();
        phone.go(draft + "/preparation/reponses");
        for (int at = 1; at <= 6; at++) {
            page.locator("#P" + at).selectOption("ONE_PERSON");
        }
        page.locator("[name=relais]").fill("2");
        page.locator("[name=heures-1]").fill("2");
        page.locator("[name=semaines-1]").fill("6");
        page.locator("[name=cout]").fill("60");
        page.locator("[name=prevu]").fill("60");
        page.locator("[name=promis]").fill("300");
        page.locator("main form button.primary").click();
        assertThat(page).hasURL(Pattern.compile("/preparation$"));
        assertThat(page.locator(".gate.no")).hasCount(1);
        int alone = about(page);

        samples.secondPerson(association.id());
        phone.go(draft + "/preparation/reponses");
        page.locator("[name=heures-2]").fill("3");
        page.locator("[name=semaines-2]").fill("6");
        page.locator("main form button.primary").click();
        assertThat(page).hasURL(Pattern.compile("/preparation$"));
        assertThat(page.locator(".gate.no")).hasCount(0);
        assertThat(about(page)).as("two carry it").isGreaterThan(alone);
        phone.isAccessible();
        phone.fitsTheWindow();

        phone.go(draft + "/publication");
        page.locator("form[action$='/publication'] button").click();
        assertThat(page.locator("main .tag.ok").first()).hasText("En ligne");
    }

    @Test
    void answersASectionWithTheKeyboardAlone() {
        try (Visit desk = Visit.of(settings).signedInAs(president).open(home + "/diagnostic")) {
            Page page = desk.page();
            press(page, "main form button.primary", "/questions");
            desk.go(home + "/diagnostic/questions?partie=en-ligne");
            for (String item : List.of("A1", "A2", "A4", "A7")) {
                reach(page, "#" + item + " input[name=" + item + "]");
                page.keyboard().press("Space");
                page.keyboard().press("ArrowDown");
                page.keyboard().press("ArrowDown");
                assertThat(page.locator("#" + item + " input:checked")).hasValue("2");
            }
            press(page, ".actions button.primary", "partie=logiciels");
            desk.go(home + "/diagnostic/questions?partie=en-ligne");
            assertThat(page.locator("input[type=radio]:checked")).hasCount(4);
        }
    }

    /** On each page, the answer at this place of every question that has none. */
    private static void answer(Visit visit, List<String> parts, int place) {
        Page page = visit.page();
        for (String part : parts) {
            assertThat(page).hasURL(Pattern.compile("/questions(\\?partie=" + part + ")?$"));
            visit.fitsTheWindow();
            if (part.equals("energie")) {
                page.locator("#COM").fill("6");
                page.locator("#SER").fill("4");
            }
            if (part.equals("partenaires")) {
                page.locator("[name=alone]").check();
            }
            for (Locator question :
                    page.locator("fieldset.question:has(input[type=radio])").all()) {
                if (question.locator("input:checked").count() == 0) {
                    question.locator("input[type=radio]").nth(place).check();
                }
            }
            page.locator(".actions button.primary").click();
            page.waitForURL(Pattern.compile("^((?!partie=" + part + "$).)*$").asPredicate());
        }
    }

    private static int about(Page page) {
        Matcher told = ABOUT.matcher(
                page.locator(".stateofit").innerText().replace('\u00a0', ' ').replace('\u202f', ' '));
        assertThat(told.find()).isTrue();
        return Integer.parseInt(told.group(1));
    }
}
