package org.tremplin.donation.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.platform.event.Pump;

/** Cheques, transfers and cash, from the form or the sheet to the account, to the cent. */
@TestApplication
@Import(Samples.class)
class OfflineGiftTest {

    private static final String IBAN = "FR76 3000 6000 0112 3456 7890 189";

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    Pump pump;

    @Autowired
    ExpirePromises expire;

    @Autowired
    DatabaseClient database;

    @Autowired
    TestClock clock;

    private Association association;
    private PublishedCampaign campaign;
    private Visitor treasurer;
    private String space;
    private String today;

    @BeforeEach
    void association() {
        association = samples.association("Les Jardins " + UUID.randomUUID());
        campaign = samples.campaign(
                association, "jardin-" + UUID.randomUUID().toString().substring(0, 8));
        treasurer = samples.president(association);
        space = "/espace/" + association.slug();
        today = LocalDate.ofInstant(clock.instant(), association.zone()).toString();
        treasurer
                .post(
                        space + "/moyens-de-paiement",
                        "virement",
                        "on",
                        "titulaire",
                        "Les Jardins",
                        "iban",
                        IBAN,
                        "cheque",
                        "on",
                        "ordre",
                        "Les Jardins",
                        "envoi",
                        "1 rue des Essais\n69008 Valmorin")
                .expectStatus()
                .isSeeOther();
    }

    @Test
    void tellsTheDonorWhereToSendAnAnnouncedTransfer() {
        assertThat(visitors.anonymous().page("/c/" + campaign.campaign().slug() + "/don"))
                .contains("value=\"carte\"", "value=\"prelevement\"", "value=\"virement\"", "value=\"cheque\"");
        String own = give("virement", "50", "Ana", key());
        assertThat(own).startsWith("/don/");
        String page = visitors.anonymous().page(own);
        assertThat(page)
                .contains(
                        "Faites votre virement",
                        IBAN,
                        "50,00\u00A0€",
                        reference().substring(0, 4),
                        "<svg")
                .contains("Aucun rappel");
        assertThat(text("select state from donation.donation" + of())).isEqualTo("PENDING");
        assertThat(received()).isZero();
        assertThat(number("select pending_cents from donation.campaign_gift" + of()))
                .isZero();
        assertThat(number("select promised_cents from donation.campaign_gift" + of()))
                .isEqualTo(5_000);
        assertThat(number("select count(*) from notification.mail where kind = 'donation.promised' and about = '"
                        + gift() + "'"))
                .isEqualTo(1);
        assertThat(treasurer.page(space + "/dons")).contains("50\u00A0€ promis par chèque ou virement", "Promis");
    }

    @Test
    void tellsTheDonorWhereToSendACheque() {
        assertThat(visitors.anonymous().page(give("cheque", "30", "Ana", key())))
                .contains("Envoyez votre chèque", "1 rue des Essais", "Au dos du chèque");
    }

    @Test
    void makesOnePromiseOfAFormSentTwiceAndANewOneOfAChangedForm() {
        String key = key();
        String own = give("cheque", "50", "Ana", key);
        assertThat(give("cheque", "50", "Ana", key)).isEqualTo(own);
        assertThat(give("virement", "50", "Ana", key)).isNotEqualTo(own);
        assertThat(text("select string_agg(state || ' ' || means, ', ' order by state) from donation.donation" + of()))
                .isEqualTo("ABANDONED CHEQUE, PENDING TRANSFER");
        assertThat(visitors.anonymous().page(own)).contains("Cette annonce est close");
    }

    @Test
    void letsADonorWhoLeftTheCardPromiseInstead() {
        String key = key();
        assertThat(give("carte", "50", "Ana", key)).startsWith("/demo/paiement/");
        assertThat(give("cheque", "50", "Ana", key)).startsWith("/don/");
        pump.drain().block();
        assertThat(text("select string_agg(state || ' ' || means, ', ') from donation.donation" + of()))
                .isEqualTo("PENDING CHEQUE");
    }

    @Test
    void refusesAMeansThatIsNotOpenAndKeepsWhatWasTyped() {
        treasurer.post(space + "/moyens-de-paiement").expectStatus().isSeeOther();
        for (String closed : List.of("virement", "cheque", "especes", "troc")) {
            visitors.anonymous()
                    .post("/c/" + campaign.campaign().slug() + "/don", fields(closed, "50", "Ana", key()))
                    .expectStatus()
                    .isEqualTo(422);
        }
    }

    @Test
    void countsATransferWhenItIsOnTheAccountAtTheAmountThatCame() {
        give("virement", "50", "Ana", key());
        assertThat(treasurer.page(
                        space + "/dons/hors-ligne/suivi?q=" + reference().toLowerCase(java.util.Locale.ROOT)))
                .contains("Ana Essai", "Il est arrivé");
        assertThat(treasurer.page(space + "/dons/hors-ligne/suivi?q=Inconnue")).doesNotContain("Ana Essai");
        for (int click = 0; click < 2; click++) {
            act(payment() + "/reception", "date", today, "montant", "49,50", "reference", "VIR ANA 7");
        }
        assertThat(treasurer.page(space + "/dons/hors-ligne/suivi?q=ana+7"))
                .as("on the account, and found by what the bank says")
                .contains("Déjà sur le compte", "réf. VIR ANA 7", "49,50")
                .doesNotContain("Refusé par la banque", "??");
        assertThat(treasurer.page(space + "/dons/hors-ligne/suivi")).doesNotContain("VIR ANA 7");
        assertThat(text("select state from donation.offline_payment" + ofAssociation()))
                .isEqualTo("CLEARED");
        assertThat(received()).isEqualTo(4_950);
        assertThat(gifts()).isEqualTo(1);
        assertThat(balance("512")).isEqualTo(4_950);
        assertThat(balance("75411")).isEqualTo(-4_950);
        assertThat(number("select count(*) from notification.mail where kind = 'donation.thanks' and about = '" + gift()
                        + "'"))
                .isEqualTo(1);
        pump.drain().block();
        assertThat(number("select count(*) from transparency.leaf where campaign = '"
                        + campaign.campaign().id().value()
                        + "' and convert_from(bytes, 'UTF8') like '%\"cents\":4950%'"))
                .isEqualTo(1);
        assertThat(number("select count(*) from platform.delivery where state <> 'DONE'"))
                .isZero();
    }

    @Test
    void refusesAReceptionOnADayToComeOrOfNothing() {
        give("cheque", "50", "Ana", key());
        String reception = space + "/dons/hors-ligne/" + payment() + "/reception";
        Document early = refused(reception, "date", "2999-01-01", "montant", "49,50");
        assertThat(early.getElementById("date-" + payment()).val()).isEqualTo("2999-01-01");
        assertThat(early.getElementById("date-" + payment()).attr("aria-describedby"))
                .isEqualTo("e-date-" + payment());
        assertThat(early.getElementById("montant-" + payment()).val()).isEqualTo("49,50");
        assertThat(early.getElementById("e-date-" + payment())
                        .closest("details")
                        .hasAttr("open"))
                .isTrue();
        Document nothing = refused(reception, "date", today, "montant", "rien", "q", "Ana");
        assertThat(nothing.getElementById("montant-" + payment()).val()).isEqualTo("rien");
        assertThat(nothing.getElementById("q").val()).isEqualTo("Ana");
        assertThat(received()).isZero();
    }

    @Test
    void takesASheetByKeyboardAndBooksEachGiftWhereItsMoneyIs() {
        String sheet = treasurer.page(sheet());
        assertThat(sheet).contains("Don 1", "Don 6", "montant-5");
        List<String> typed = new ArrayList<>(List.of("cle", key(), "lignes", "6"));
        row(typed, 0, "cheque", "60", "Lucie", "Armand");
        row(typed, 1, "especes", "25,40", "", "");
        row(typed, 2, "virement", "150", "", "");
        row(typed, 3, "cheque", "500", "", "");
        typed.addAll(List.of("societe-3", "Menuiserie Baral", "email-0", "lucie@exemple.example"));
        typed.addAll(List.of("siren-3", "999 999 998", "formeJuridique-3", "SARL", "reference-3", "Chèque 1234567"));

        String goesOn = body(200, with(typed, "suite", "1"));
        assertThat(goesOn).contains("Don 10", "Lucie", "autofocus");
        assertThat(received()).isZero();

        for (int click = 0; click < 2; click++) {
            treasurer.post(sheet(), typed.toArray(String[]::new)).expectStatus().isSeeOther();
        }
        assertThat(received()).isEqualTo(73_540);
        assertThat(gifts()).isEqualTo(4);
        assertThat(balance("5112")).isEqualTo(56_000);
        assertThat(balance("530")).isEqualTo(2_540);
        assertThat(balance("512")).isEqualTo(15_000);
        assertThat(balance("75411")).isEqualTo(-23_540);
        assertThat(balance("7542")).isEqualTo(-50_000);
        assertThat(number(
                        "select count(*) from notification.mail where kind = 'donation.thanks' and about in (select id::text from donation.donation"
                                + of() + ")"))
                .isEqualTo(1);
        assertThat(treasurer.page(space + "/dons"))
                .contains("Menuiserie Baral", "Anonyme", "espèces", "Lucie Armand", "réf. Chèque 1234567")
                .doesNotContain("frais en cours de calcul");
    }

    @Test
    void keepsTheFirmOfARowForItsReceiptAndFindsItByItsReference() {
        List<String> typed = new ArrayList<>(List.of("cle", key(), "lignes", "1"));
        row(typed, 0, "cheque", "500", "Lucie", "Baral");
        typed.addAll(List.of("siren-0", "999999997", "formeJuridique-0", "SARL", "reference-0", "x".repeat(141)));
        assertThat(body(422, typed.toArray(String[]::new)))
                .contains("id=\"e-siren-0\"", "id=\"e-societe-0\"", "id=\"e-reference-0\"")
                .doesNotContain("??");
        typed.set(typed.indexOf("999999997"), "999 999 998");
        typed.set(typed.size() - 1, "Chèque 1234567");
        typed.addAll(List.of("societe-0", "Menuiserie Baral", "recu-0", "on"));
        typed.addAll(List.of("adresse-0", "1 rue du Pont", "codePostal-0", "69008", "ville-0", "Valmorin"));
        treasurer.post(sheet(), typed.toArray(String[]::new)).expectStatus().isSeeOther();
        assertThat(treasurer.page(space + "/dons/recus-demandes.csv"))
                .contains("référence bancaire")
                .contains("Menuiserie Baral;SARL;999999998;1 rue du Pont;69008;Valmorin;FR;;chèque;Chèque 1234567");
        assertThat(treasurer.page(space + "/dons/hors-ligne/suivi?q=1234567"))
                .contains("Menuiserie Baral", "réf. Chèque 1234567");
        assertThat(treasurer.page(space + "/dons/hors-ligne/suivi?q=7654321")).doesNotContain("Menuiserie Baral");
    }

    @Test
    void saysBesideEachRowWhatIsWrongAndLosesNothing() {
        List<String> typed = new ArrayList<>(List.of("cle", key(), "lignes", "6"));
        row(typed, 0, "cheque", "60", "Lucie", "Armand");
        row(typed, 2, "troc", "zéro", "", "Bon");
        typed.addAll(List.of("recu-0", "on", "adresse-0", "1 rue"));
        String answer = body(422, typed.toArray(String[]::new));
        assertThat(answer)
                .contains("id=\"e-montant-2\"", "id=\"e-moyen-2\"", "id=\"e-adresse-0\"", "value=\"zéro\"", "Lucie")
                .doesNotContain("id=\"e-montant-1\"");
        assertThat(received()).isZero();
        assertThat(number("select count(*) from donation.offline_sheet" + ofAssociation()))
                .isZero();
        assertThat(body(422, "cle", key(), "lignes", "6")).contains("Rien n’est saisi");
    }

    @Test
    void depositsSeveralAtOnceAndMovesTheMoneyOnlyWhenItIsOnTheAccount() {
        enter("cheque", "60", "cheque", "40,50", "especes", "25");
        List<String> all = payments();
        List<String> chosen = new ArrayList<>();
        all.forEach(one -> chosen.addAll(List.of("paiement", one)));
        act("remises", chosen.toArray(String[]::new));
        assertThat(balance("5112")).isEqualTo(10_050);
        assertThat(balance("530")).isEqualTo(2_500);
        for (int click = 0; click < 2; click++) {
            act("encaissements", chosen.toArray(String[]::new));
        }
        assertThat(balance("5112")).isZero();
        assertThat(balance("530")).isZero();
        assertThat(balance("512")).isEqualTo(12_550);
        assertThat(received()).isEqualTo(12_550);
        assertThat(gifts()).isEqualTo(3);
    }

    @Test
    void takesARefusedChequeOffTheGiftsOnceWhereverItStood() {
        enter("cheque", "60", "cheque", "40,50");
        List<String> all = payments();
        act("remises", "paiement", all.get(0), "paiement", all.get(1));
        act("encaissements", "paiement", all.get(1));
        for (int click = 0; click < 2; click++) {
            act(all.get(0) + "/rejet");
            act(all.get(1) + "/rejet");
        }
        assertThat(received()).isZero();
        assertThat(gifts()).isZero();
        assertThat(balance("5112")).isZero();
        assertThat(balance("512")).isZero();
        assertThat(balance("75411")).isZero();
        assertThat(number("select count(*) from donation.reversal where kind = 'REJECTION'"
                        + " and donation_id in (select id from donation.donation" + of() + ")"))
                .isEqualTo(2);
        pump.drain().block();
        assertThat(number("select count(*) from transparency.leaf where campaign = '"
                        + campaign.campaign().id().value()
                        + "' and convert_from(bytes, 'UTF8') like '%\"kind\":\"refund\"%'"))
                .isEqualTo(2);
    }

    @Test
    void writesWhatTheTreasurerGivesBackByHandAndNeverMoreThanCame() {
        enter("especes", "50");
        String page = space + "/dons/" + gift();
        assertThat(treasurer.page(page)).contains("Noter un remboursement", "50,00\u00A0€ au plus");
        String key = key();
        assertThat(treasurer
                        .post(page + "/retours", "montant", "50,01", "cle", key, "par", "especes")
                        .expectStatus()
                        .isEqualTo(422)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .containsPattern("value=\"especes\" checked=\"checked\"")
                .doesNotContainPattern("value=\"banque\" checked");
        treasurer
                .post(page + "/retours", "montant", "20", "cle", key)
                .expectStatus()
                .isEqualTo(422);
        for (int click = 0; click < 2; click++) {
            treasurer
                    .post(page + "/retours", "montant", "20", "cle", key, "par", "especes")
                    .expectStatus()
                    .isSeeOther();
        }
        assertThat(received()).isEqualTo(3_000);
        assertThat(balance("530")).isEqualTo(3_000);
        treasurer
                .post(page + "/retours", "montant", "30", "cle", key(), "par", "banque")
                .expectStatus()
                .isSeeOther();
        assertThat(received()).isZero();
        assertThat(gifts()).isZero();
        assertThat(balance("512")).isEqualTo(-3_000);
        treasurer
                .post(page + "/remboursements", "montant", "1", "cle", key())
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void letsAPromiseGoAfterItsDayAndStillTakesItWhenItComes() {
        give("cheque", "50", "Ana", key());
        assertThat(expire.letGo().block()).isZero();
        clock.pass(Duration.ofDays(31));
        try {
            assertThat(expire.letGo().block()).isPositive();
            assertThat(expire.letGo().block()).isZero();
        } finally {
            clock.reset();
        }
        assertThat(text("select state from donation.donation" + of())).isEqualTo("ABANDONED");
        assertThat(number("select count(*) from notification.mail where about = '" + gift() + "'"))
                .as("no reminder")
                .isEqualTo(1);
        assertThat(treasurer.page(space + "/dons/hors-ligne/suivi?q=" + reference()))
                .contains("n’est plus attendu", "Il est arrivé");
        act(payment() + "/reception", "date", today, "montant", "50");
        assertThat(received()).isEqualTo(5_000);
        assertThat(balance("5112")).isEqualTo(5_000);
    }

    @Test
    void cancelsAPromiseThatWillNotCome() {
        give("cheque", "50", "Ana", key());
        act(payment() + "/annulation");
        act(payment() + "/annulation");
        assertThat(text("select state from donation.offline_payment" + ofAssociation()))
                .isEqualTo("CANCELLED");
        assertThat(number("select promised_cents from donation.campaign_gift" + of()))
                .isZero();
    }

    @Test
    void showsNoRowOfANeighbourAndLetsTheAccountantOnlyRead() {
        give("cheque", "50", "Ana", key());
        Association other = samples.association("Les Voisins " + UUID.randomUUID());
        samples.campaign(other, "voisin-" + UUID.randomUUID().toString().substring(0, 8));
        Visitor stranger = visitors.member(other.slug(), "TREASURER");
        String theirs = "/espace/" + other.slug() + "/dons/hors-ligne";
        stranger.post(theirs + "/" + payment() + "/reception", "date", today, "montant", "50")
                .expectStatus()
                .isNotFound();
        stranger.get(theirs + "?c=" + campaign.campaign().id().value())
                .expectStatus()
                .isNotFound();
        stranger.post(theirs + "/remises", "paiement", payment()).expectStatus().isSeeOther();
        assertThat(stranger.page(theirs + "/suivi?q=Ana")).doesNotContain("Ana Essai");
        assertThat(text("select state from donation.offline_payment" + ofAssociation()))
                .isEqualTo("PROMISED");

        Visitor accountant = visitors.member(association.slug(), "ACCOUNTANT");
        assertThat(accountant.page(space + "/dons/hors-ligne/suivi"))
                .contains("Ana Essai")
                .doesNotContain("Il est arrivé");
        accountant.get(space + "/dons/hors-ligne").expectStatus().isForbidden();
        accountant
                .post(space + "/dons/hors-ligne/" + payment() + "/reception", "date", today, "montant", "50")
                .expectStatus()
                .isForbidden();
        visitors.member(association.slug(), "EDITOR")
                .get(space + "/dons/hors-ligne/suivi")
                .expectStatus()
                .isForbidden();
    }

    /** @param meansAndAmounts in turn */
    private void enter(String... meansAndAmounts) {
        List<String> typed = new ArrayList<>(List.of("cle", key(), "lignes", "6"));
        for (int i = 0; i < meansAndAmounts.length; i += 2) {
            row(typed, i / 2, meansAndAmounts[i], meansAndAmounts[i + 1], "", "");
        }
        treasurer.post(sheet(), typed.toArray(String[]::new)).expectStatus().isSeeOther();
    }

    private void row(List<String> typed, int n, String means, String amount, String first, String last) {
        typed.addAll(List.of(
                "date-" + n,
                today,
                "moyen-" + n,
                means,
                "montant-" + n,
                amount,
                "prenom-" + n,
                first,
                "nom-" + n,
                last));
    }

    private String sheet() {
        return space + "/dons/hors-ligne?c=" + campaign.campaign().id().value();
    }

    private String body(int status, String... fields) {
        return treasurer
                .post(sheet(), fields)
                .expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private Document refused(String path, String... fields) {
        return Jsoup.parse(treasurer
                .post(path, fields)
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private void act(String act, String... fields) {
        treasurer.post(space + "/dons/hors-ligne/" + act, fields).expectStatus().isSeeOther();
    }

    private String give(String means, String amount, String name, String key) {
        return Visitor.next(visitors.anonymous()
                        .post("/c/" + campaign.campaign().slug() + "/don", fields(means, amount, name, key)))
                .getPath();
    }

    private static String[] fields(String means, String amount, String name, String key) {
        return new String[] {
            "montant",
            amount,
            "moyen",
            means,
            "email",
            "ana@exemple.example",
            "prenom",
            name,
            "nom",
            "Essai",
            "cle",
            key
        };
    }

    private static String[] with(List<String> fields, String... more) {
        List<String> all = new ArrayList<>(fields);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static String key() {
        return "offline-" + UUID.randomUUID();
    }

    private String payment() {
        return payments().get(0);
    }

    private List<String> payments() {
        return database.sql("select id::text from donation.offline_payment" + ofAssociation() + " order by id")
                .map(row -> row.get(0, String.class))
                .all()
                .collectList()
                .block();
    }

    private String reference() {
        return text("select reference from donation.offline_payment" + ofAssociation());
    }

    private String gift() {
        return text("select id::text from donation.donation" + of());
    }

    private long received() {
        return number("select received_cents from ledger.campaign_total" + of());
    }

    private long gifts() {
        return number("select gifts from ledger.campaign_total" + of());
    }

    private long balance(String account) {
        return number("select sum(cents)::bigint from ledger.entry" + of() + " and account = '" + account + "'");
    }

    private String of() {
        return " where campaign_id = '" + campaign.campaign().id().value() + "'";
    }

    private String ofAssociation() {
        return " where association_id = '" + association.id().value() + "'";
    }

    private String text(String sql) {
        return database.sql(sql).map(row -> row.get(0, String.class)).first().block();
    }

    private long number(String sql) {
        return database.sql(sql)
                .map(row -> row.get(0) == null ? 0L : ((Number) row.get(0)).longValue())
                .one()
                .defaultIfEmpty(0L)
                .block();
    }
}
