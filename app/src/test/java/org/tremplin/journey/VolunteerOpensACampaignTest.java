package org.tremplin.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.tremplin.journey.Keyboard.press;
import static org.tremplin.journey.Keyboard.reach;
import static org.tremplin.journey.Keyboard.type;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tremplin.TestClock;
import org.tremplin.association.Association;
import org.tremplin.association.Associations;
import org.tremplin.association.Founding;
import org.tremplin.association.Role;
import org.tremplin.identity.People;
import org.tremplin.identity.Person;
import org.tremplin.platform.TremplinSettings;

/** Walk B: from a mailed link to a public page, on a phone, in one evening. */
@Story
class VolunteerOpensACampaignTest {

    private static final Pattern LINK = Pattern.compile("/connexion/lien\\?token=");
    private static final LocalDate TODAY =
            TestClock.START.atZone(java.time.ZoneId.of("Europe/Paris")).toLocalDate();

    @Autowired
    TremplinSettings settings;

    @Autowired
    Associations associations;

    @Autowired
    Founding founding;

    @Autowired
    People people;

    @Test
    void signsInFoundsAnAssociationAndPublishesFromATemplate() {
        try (Visit phone = Visit.of(settings).phone().open("/connexion")) {
            signIn(phone, "marcel@jardins.example");
            found(phone);
            publish(phone, "jardin-partage");
        }
    }

    @Test
    void doesItAllWithoutJavaScript() {
        try (Visit phone = Visit.of(settings).phone().withoutJavaScript().open("/connexion")) {
            signIn(phone, "samia@jardins.example");
            found(phone);
            publish(phone, "equipement");
        }
    }

    @Test
    void publishesWithTheKeyboardAlone() {
        try (Visit desk = Visit.of(settings).open("/connexion")) {
            signIn(desk, "lea@jardins.example");
            found(desk);
            Page page = desk.page();
            press(page, ".mainnav a[href$='/campagnes']", "/campagnes$");
            press(page, "main a[href$='/campagnes/nouvelle']", "/campagnes/nouvelle$");
            reach(page, "main input[type=radio]");
            page.keyboard().press("Space");
            type(page, "titre", "Un potager au clavier");
            type(page, "pourQui", "Les familles du quartier");
            press(page, ".actions button.primary", "/projet$");
            type(page, "accroche", "Un parking vide devient un potager.");
            for (String question : new String[] {"quoi", "quand", "ou", "departement", "probleme", "resultat"}) {
                type(page, question, question.equals("departement") ? "69" : "Une réponse simple.");
            }
            reach(page, "[name=cause]");
            page.keyboard().type("Env");
            press(page, ".actions button.primary", "/budget$");
            press(page, ".actions button.primary", "/recit$");
            type(page, "recit", "Nous voulons un jardin pour la rue. ".repeat(10));
            press(page, ".actions button.primary", "/diffusion$");
            reach(page, "[name=fermeture]");
            // the order of day and month is the browser's
            page.locator("[name=fermeture]").fill(TODAY.plusDays(40).toString());
            press(page, "button[name=ajouter][value=promesse]", "/diffusion$");
            type(page, "promesse-0-quoi", "Les comptes");
            reach(page, "[name=promesse-0-genre]");
            page.keyboard().type("Un bilan");
            reach(page, "[name=promesse-0-jour]");
            page.locator("[name=promesse-0-jour]").fill(TODAY.plusDays(90).toString());
            press(page, ".actions button.primary", "/publication$");
            press(page, ".gate a[href$='/pieces']", "/pieces$");
            reach(page, "[name=date]");
            page.locator("[name=date]").fill(TODAY.minusDays(3).toString());
            type(page, "trace", "Compte rendu du bureau");
            reach(page, "[name=recu]:checked");
            page.keyboard().press("ArrowUp");
            type(page, "contact", "donnees@jardins.example");
            press(page, "main form button.primary", "/publication$");
            somebodyJoins(page);
            press(page, "form[action$='/publication'] button", "/publication$");
            assertThat(page.locator("main .tag.ok").first()).hasText("En ligne");
        }
    }

    private static void signIn(Visit visit, String email) {
        Page page = visit.page();
        page.locator("input[name=email]").fill(email);
        page.locator("main form button").first().click();
        visit.go("/demo/courrier");
        page.locator(".mails a").first().click();
        page.locator("a")
                .filter(new Locator.FilterOptions().setHasText(LINK))
                .first()
                .click();
        // a mail scanner that opened the link changed nothing: only the button does
        page.locator("main form button").first().click();
        assertThat(page).hasURL(Pattern.compile("/espace$"));
    }

    private static void found(Visit visit) {
        Page page = visit.page();
        visit.go("/espace/nouvelle-association");
        page.locator("[name=nom]").fill("Les Jardins de l’Essai");
        page.locator("[name=objet]").fill("Cultiver un jardin partagé");
        page.locator("[name=rue]").fill("3 rue des Foulons");
        page.locator("[name=codePostal]").fill("69008");
        page.locator("[name=ville]").fill("Valmorin");
        page.locator("[name=rna]").fill("W691234567");
        page.locator("main form button[type=submit]").first().click();
        assertThat(page).hasURL(Pattern.compile("/espace/les-jardins-de-l-essai"));
        visit.isAccessible();
        visit.fitsTheWindow();
    }

    private static void papers(Page page) {
        page.locator("[name=date]").fill(TODAY.minusDays(3).toString());
        page.locator("[name=trace]").fill("Compte rendu du bureau");
        page.locator("[name=recu][value=non]").check();
        page.locator("[name=contact]").fill("donnees@jardins.example");
        page.locator("main form button[type=submit]").click();
        assertThat(page).hasURL(Pattern.compile("/publication$"));
    }

    /** Invited and in: the walk of an invitation is another test. */
    private void somebodyJoins(Page page) {
        String slug = page.url().replaceFirst(".*/espace/([^/?#]+).*", "$1");
        Association association = associations.findBySlug(slug).block();
        Person second = people.welcome("bao@jardins.example", "Bao Essai", "fr").block();
        founding.join(association.id(), second.id(), Role.EDITOR, null).block();
    }

    private void publish(Visit visit, String template) {
        Page page = visit.page();
        String home = page.url().replaceFirst("(/espace/[^/?#]+).*", "$1");
        visit.go(home + "/campagnes/nouvelle");
        page.locator("input[value=" + template + "]").check();
        page.locator("[name=titre]").fill("Un potager pour la rue des Foulons");
        page.locator("[name=pourQui]").fill("Les familles du quartier");
        page.locator(".actions button.primary").click();

        assertThat(page).hasURL(Pattern.compile("/projet$"));
        page.locator("[name=accroche]").fill("Un parking vide devient un potager ouvert à tous.");
        for (String question : new String[] {"quoi", "quand", "ou", "probleme", "resultat"}) {
            page.locator("[name=" + question + "]").fill("Une réponse simple et honnête.");
        }
        page.locator("[name=departement]").fill("69");
        page.locator("[name=cause]").selectOption("environnement");
        page.locator(".actions button.primary").click();

        assertThat(page).hasURL(Pattern.compile("/budget$"));
        visit.isAccessible();
        page.locator(".actions button.primary").click();

        assertThat(page).hasURL(Pattern.compile("/recit$"));
        page.locator("[name=recit]").fill("Nous voulons un jardin pour la rue. ".repeat(30));
        page.locator(".actions button.primary").click();

        assertThat(page).hasURL(Pattern.compile("/diffusion$"));
        page.locator("[name=fermeture]").fill(TODAY.plusDays(40).toString());
        page.locator("button[name=ajouter][value=promesse]").click();
        page.locator("[name=promesse-0-quoi]").fill("Les comptes du potager");
        page.locator("[name=promesse-0-genre]").selectOption("REPORT");
        page.locator("[name=promesse-0-jour]").fill(TODAY.plusDays(90).toString());
        page.locator(".actions button.primary").click();

        assertThat(page).hasURL(Pattern.compile("/publication$"));
        visit.isAccessible();
        page.locator(".gate a[href$='/pieces']").first().click();
        visit.isAccessible();
        visit.fitsTheWindow();
        papers(page);
        assertThat(page.locator(".gate.no")).hasCount(1);
        somebodyJoins(page);
        page.reload();
        assertThat(page.locator(".gate.no")).hasCount(0);
        page.locator("form[action$='/publication'] button").click();
        Locator address = page.locator("main a[href^='/c/']").first();
        visit.go(address.getAttribute("href"));
        assertThat(page.locator("h1")).hasText("Un potager pour la rue des Foulons");
        assertThat(page.locator("a[href$='/don'], form[action$='/don']").first())
                .isAttached();
        visit.fitsTheWindow();
    }
}
