package org.tremplin.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tremplin.Movements;
import org.tremplin.Samples;
import org.tremplin.TestClock;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.Role;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.ledger.Ledger;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.transparency.Spending;

/**
 * A shop owner finds a project, compares three of which one stands on an instance of somebody else, asks, is answered, and
 * promises in two instalments. Both accept; the first comes by transfer, the second is released by the published report.
 * At each step the public page says what is promised, here, released and awaited.
 */
@Story(properties = "tremplin.platform.fetch.private-addresses=true")
@Import(Samples.class)
class PatronKeepsAPromiseTest {

    private static final String TODAY =
            LocalDate.ofInstant(TestClock.START, ZoneId.of("Europe/Paris")).toString();

    private static final Map<String, String> ADDRESS = Map.of(
            "adresse", "1 rue du Pont",
            "codePostal", "69008",
            "ville", "Valmorin",
            "prenom", "Josiane",
            "nom", "Essai",
            "qualite", "gérante",
            "email", "josiane@quincaillerie.example");

    @Autowired
    TremplinSettings settings;

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @TempDir
    Path folder;

    private PublishedCampaign orchard;
    private UUID report;
    private String home;
    private String minute;
    private Visitor president;
    private Visitor treasurer;
    private Visitor owner;

    @BeforeEach
    void meet() {
        Association association = samples.association("Les Vergers " + UUID.randomUUID());
        orchard = samples.publish(association.id(), "verger", samples.plan("Un verger pour l’école"));
        report = orchard.plan().promises().get(0).id();
        home = "/espace/" + association.slug() + "/c/" + orchard.campaign().id().value();
        minute = "/c/verger/mecene";
        president = samples.president(association);
        treasurer = samples.member(association, Role.TREASURER);
        owner = samples.person("josiane@" + UUID.randomUUID() + ".example");
        samples.publish(
                samples.association("Le Four " + UUID.randomUUID()).id(),
                "four",
                samples.plan("Un four à pain partagé"));
    }

    @Test
    void isFollowedFromTheListToTheSecondInstalment() {
        try (OtherInstance other = new OtherInstance(folder);
                Visit shop = Visit.of(settings).signedInAs(owner).open("/mecenes");
                Visit anyone = Visit.of(settings).phone().open(minute)) {
            finds(shop);
            compares(shop, other, mill(other));
            asksAndIsAnswered(shop);

            promises(shop);
            assertThat(anyone.page().locator("#t-soutiens")).hasCount(0);
            theAssociationAccepts();
            reads(anyone, "400 € promis par convention, dont 0 € reçus, 250 € débloqués et à recevoir, 150 € en");

            theTransferCame();
            reads(anyone, "400 € promis par convention, dont 250 € reçus, 0 € débloqués et à recevoir, 150 € en");
            reads(anyone, "Quincaillerie du Pont : 400 € promis, 250 € reçus");
            anyone.go("/c/verger/fonds");
            assertThat(anyone.page().locator("main")).containsText("250");

            theReportIsPublished();
            reads(anyone, "400 € promis par convention, dont 250 € reçus, 150 € débloqués et à recevoir, 0 € en");
            shop.go(shop.mailed("/mecenes/promesses/"));
            assertThat(shop.page().locator("main")).containsText("Payer le versement 2 : 150 €");
            assertThat(shop.page().locator("main ol li").nth(0)).containsText("reçu");
            shop.isSound();
            anyone.fitsTheWindow();
            assertThat(anyone.complaints()).isEmpty();
        }
    }

    /** By a word; then all of them, the one that was found still ticked. */
    private void finds(Visit shop) {
        Page page = shop.page();
        page.locator("#q").fill("verger");
        page.locator("form.f-ask button").first().click();
        assertThat(page.locator("#t-liste")).hasText("1 projet");
        page.locator(".proj h3 a").click();
        assertThat(page).hasURL(Pattern.compile(minute + "$"));
        assertThat(page.locator("main")).containsText("Déclaré par l’association");
        page.locator("aside a[href*='/mecenes/comparer']").click();
        assertThat(page.locator("main")).containsText("Un seul projet est choisi");
        page.locator("main a[href^='/mecenes?']").click();
        assertThat(page.locator("[type=checkbox][value=verger]")).isChecked();
        page.locator("[type=checkbox][value=four]").check();
        page.locator(".f-bar button").click();
        assertThat(page.locator("main thead th")).hasCount(3);
    }

    /** The third is read at its address, by the door that every address passes. */
    private static void compares(Visit shop, OtherInstance other, String mill) {
        Page page = shop.page();
        page.locator("main a[href*='/mecenes/comparer/fichiers']").click();
        page.locator("#lien").fill(mill);
        page.locator("main form button").first().click();
        assertThat(page.locator("main thead th")).hasCount(4);
        Locator third = page.locator("main thead th").nth(3);
        assertThat(third).containsText("La roue du moulin");
        assertThat(third).containsText("lu sur 127.0.0.1");
        assertThat(row(page, "Dons reçus").nth(2)).containsText("200 €");
        assertThat(row(page, "Dons reçus").nth(0)).containsText("0 €");
        assertThat(row(page, "Dépensé et prouvé").nth(0)).containsText("rien n’est encore dépensé");
        assertThat(page.locator("main .note.bad")).hasCount(0);
        shop.isSound();

        page.locator("[name=p-recu][value='3']").check();
        page.locator("form:has(.wts) button").click();
        assertThat(page.locator("#t-part")).isVisible();
        third.locator("a").click();
        assertThat(page).hasURL(other.at("/c/moulin/mecene"));
        assertThat(page.locator("h1")).containsText("La roue du moulin");
    }

    private void asksAndIsAnswered(Visit shop) {
        Page page = shop.page();
        shop.go(minute);
        page.locator("aside a[href^='/mecenes/projets/']").click();
        page.locator("#nom").fill("Quincaillerie du Pont");
        page.locator("[name=genre][value=FIRM]").check();
        page.locator("main form button").click();
        assertThat(page).hasURL(Pattern.compile("/mecenes/projets/verger\\?"));
        page.locator("#question").fill("Qui arrose en août ?");
        page.locator("form[action$='/questions'] button").click();
        assertThat(page.locator("main [role=status]")).containsText("C’est enregistré");

        try (Visit phone = Visit.of(settings).phone().open("/demo/courrier")) {
            phone.go(phone.mailed("/reponse/"));
            assertThat(phone.page().locator("h1")).containsText("Une question de Quincaillerie du Pont");
            assertThat(phone.page().locator("main")).containsText("Qui arrose en août ?");
            phone.page().locator("#question").fill("Les familles, à tour de rôle.");
            phone.page().locator("main form button").click();
            assertThat(phone.page().locator("main [role=status]")).containsText("La réponse est partie");
            phone.fitsTheWindow();
        }
        shop.go(shop.mailed("/mecenes/projets/verger"));
        assertThat(page.locator(".talk .answer")).containsText("Les familles, à tour de rôle.");
    }

    /** 250 € today, 150 € once the report is public. */
    private void promises(Visit shop) {
        Page page = shop.page();
        shop.go(minute);
        page.locator("aside a[href$='/promesse']").click();
        page.locator("#montant").fill("400");
        page.locator("#quand-1").selectOption("date");
        page.locator("#jour-1").fill(TODAY);
        page.locator("main details.fold summary").first().click();
        page.locator("#second").fill("150");
        page.locator("#quand-2").selectOption("bilan:" + report);
        page.locator("#organisation").fill("Quincaillerie du Pont");
        page.locator("#formeJuridique").fill("SARL");
        page.locator("#siren").fill("999 999 998");
        ADDRESS.forEach((field, typed) -> page.locator("#" + field).fill(typed));
        page.locator("[name=nomPublic]").check();
        page.locator("[name=montantPublic]").check();
        page.locator("main form button").click();
        assertThat(page.locator("main [role=status]")).containsText("Un e-mail vient de partir");

        shop.go(shop.mailed("/mecenes/promesses/"));
        assertThat(page.locator("#convention")).isVisible();
        assertThat(page.locator("main")).containsText("Versement 2 : 150,00 €, après la publication du bilan");
        shop.fitsTheWindow();
        page.locator("form[action$='/accord'] button").click();
        assertThat(page.locator("main")).containsText("Quincaillerie du Pont a accepté le");
    }

    private void theAssociationAccepts() {
        try (Visit desk = Visit.of(settings).signedInAs(president).open(home + "/promesses")) {
            desk.page().locator("ul.rows a.row").click();
            desk.page().locator("form[action$='/accord'] button").click();
            assertThat(desk.page().locator("main")).containsText("Convention acceptée par les deux");
            desk.fitsTheWindow();
        }
    }

    private void theTransferCame() {
        try (Visit desk = Visit.of(settings).phone().signedInAs(treasurer).open(home + "/promesses")) {
            Page page = desk.page();
            page.locator("ul.rows a.row").click();
            // only a president answers
            assertThat(page.locator("form[action$='/fin']")).hasCount(0);
            page.locator("#jour-1").fill(TODAY);
            assertThat(page.locator("#montant-1")).hasValue("250");
            page.locator("form[action$='/versements/1'] button").click();
            assertThat(page.locator("main [role=status]")).containsText("C’est noté");
            assertThat(page.locator("form[action$='/versements/1']")).hasCount(0);
            desk.fitsTheWindow();
        }
    }

    private void theReportIsPublished() {
        try (Visit desk = Visit.of(settings).signedInAs(treasurer).open(home + "/bilans")) {
            Page page = desk.page();
            page.locator("button[name=promesse]").first().click();
            assertThat(page.locator("#promesse")).hasValue(report.toString());
            page.locator("#texte").fill("Douze arbres sont plantés, et arrosés par les familles.");
            page.locator("button[formaction$='/publication']").click();
            assertThat(page.locator("main .note.info")).containsText("ni le texte ni les chiffres ne changent plus");
        }
    }

    /** A kept page may be two seconds old. */
    private void reads(Visit anyone, String sentence) {
        Locator told = anyone.page().locator("main");
        for (int look = 0; look < 40; look++) {
            anyone.go(minute);
            if (told.innerText().replaceAll("\\s", " ").contains(sentence)) {
                break;
            }
            anyone.page().waitForTimeout(250);
        }
        assertThat(told).containsText(sentence);
    }

    /** On the other instance: a mill that has had 200 €. @return the address of its page */
    private static String mill(OtherInstance other) {
        Samples there = other.its(Samples.class);
        PublishedCampaign mill =
                there.publish(there.association("Les Meuniers").id(), "moulin", there.plan("La roue du moulin"));
        new Movements(other.its(Ledger.class), other.its(Spending.class), mill).gift(20_000);
        return other.at("/c/moulin");
    }

    private static Locator row(Page page, String question) {
        return page.locator("main tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("th", new Page.LocatorOptions().setHasText(question))))
                .locator("td");
    }
}
