package org.tremplin.donation.give;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.platform.event.Pump;

@TestApplication
@Import(Samples.class)
class GivingTest {

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    Pump pump;

    @Autowired
    DatabaseClient database;

    @Autowired
    CampaignDesign design;

    private Association association;
    private PublishedCampaign campaign;
    private String form;
    private Visitor donor;

    @BeforeEach
    void campaign() {
        association = samples.association("Les Jardins " + UUID.randomUUID());
        campaign = samples.campaign(
                association, "jardin-" + UUID.randomUUID().toString().substring(0, 8));
        form = "/c/" + campaign.campaign().slug() + "/don";
        donor = visitors.anonymous();
    }

    @Test
    void takesAGiftFromTheFormToTheBooks() {
        String bank = give("50", "first-key-0123456789");
        donor.post(bank, "issue", "PAID").expectStatus().isSeeOther();
        pump.drain().block();

        assertThat(received()).isEqualTo(5_000);
        assertThat(number("select fees_cents from ledger.campaign_total where campaign_id = :campaign"))
                .isEqualTo(100);
        assertThat(number("select sum(cents)::bigint from ledger.entry where campaign_id = :campaign"))
                .isZero();
        assertThat(number("select count(*) from notification.mail where kind = 'donation.thanks'"))
                .isPositive();
    }

    @Test
    @Tag("incident-05")
    @DisplayName("incident 5: a direct debit counts when its money is here, and is shown apart until then")
    void countsNothingWhileADirectDebitIsPending() {
        String bank = give("50", "pending-key-012345678");
        donor.post(bank, "issue", "PENDING").expectStatus().isSeeOther();
        pump.drain().block();
        assertThat(number("select pending_cents from donation.campaign_gift where campaign_id = :campaign"))
                .isEqualTo(5_000);
        assertThat(number("select count(*) from ledger.entry where campaign_id = :campaign"))
                .isZero();
        assertThat(received()).isZero();

        donor.post(bank, "issue", "CONFIRMED").expectStatus().isSeeOther();
        pump.drain().block();
        assertThat(received()).isEqualTo(5_000);
    }

    @Test
    @Tag("incident-06")
    @DisplayName("incident 6: declined, then paid on the same page: settled and thanked once")
    void settlesOnceWhenDeclinedThenPaid() {
        String bank = give("50", "declined-key-01234567");
        donor.post(bank, "issue", "DECLINED")
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location(bank);
        donor.post(bank, "issue", "PAID").expectStatus().isSeeOther();
        donor.post(bank, "issue", "PAID").expectStatus().isSeeOther();
        pump.drain().block();
        assertThat(received()).isEqualTo(5_000);
        assertThat(number("select gifts from ledger.campaign_total where campaign_id = :campaign"))
                .isEqualTo(1);
        assertThat(thanks()).isEqualTo(1);
    }

    @Test
    @Tag("incident-04")
    @DisplayName("incident 4: a direct debit is told of while it is on its way, and thanked once, when it is here")
    void thanksForADirectDebitOnceAndOnlyWhenItsMoneyIsHere() {
        String bank = give("50", "thanked-once-key-0123");
        String gift = donor.post(bank, "issue", "PENDING")
                .returnResult(Void.class)
                .getResponseHeaders()
                .getLocation()
                .getPath()
                .replace("/retour", "");
        pump.drain().block();
        assertThat(thanks()).isZero();
        assertThat(donor.page(gift)).contains("Vous recevrez une confirmation par e-mail dès qu’il est encaissé");

        donor.post(bank, "issue", "CONFIRMED").expectStatus().isSeeOther();
        pump.drain().block();
        donor.post(bank, "issue", "CONFIRMED").expectStatus().isSeeOther();
        donor.get(gift + "/retour").expectStatus().isSeeOther();
        hearAgain();
        assertThat(thanks()).isEqualTo(1);
        assertThat(donor.page(gift)).doesNotContain("dès qu’il est encaissé");
    }

    @Test
    void finishesWithTheReturnWhenTheDonorIsFasterThanTheEvents() {
        String bank = give("50", "return-key-0123456789");
        URI back = donor.post(bank, "issue", "PAID")
                .returnResult(Void.class)
                .getResponseHeaders()
                .getLocation();
        assertThat(back.getPath()).endsWith("/retour");
        donor.get(back.getPath()).expectStatus().isSeeOther();
        pump.drain().block();
        assertThat(received()).isEqualTo(5_000);
    }

    @Test
    void findsTheSameSessionWhenTheFormIsSentTwice() {
        assertThat(give("50", "double-key-0123456789")).isEqualTo(give("50", "double-key-0123456789"));
        assertThat(number("select count(*) from donation.donation where campaign_id = :campaign"))
                .isEqualTo(1);
    }

    @Test
    void replacesTheSessionWhenTheAmountChangesBeforePaying() {
        String first = give("50", "changed-key-012345678");
        String second = give("20", "changed-key-012345678");
        assertThat(second).isNotEqualTo(first);
        // the old page takes no money any more
        donor.post(first, "issue", "PAID").expectStatus().isSeeOther();
        donor.post(second, "issue", "PAID").expectStatus().isSeeOther();
        pump.drain().block();
        assertThat(received()).isEqualTo(2_000);
        assertThat(number("select count(*) from donation.donation where campaign_id = :campaign"))
                .isEqualTo(1);
    }

    @Test
    void showsThePaidGiftWhenThePaidFormComesBackWithAnotherAmount() {
        donor.post(give("50", "paid-key-01234567890"), "issue", "PAID");
        pump.drain().block();
        donor.post(form, fields("20", "paid-key-01234567890"))
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .valueMatches(HttpHeaders.LOCATION, "/don/[A-Za-z0-9_-]{32}\\?deja");
        assertThat(received()).isEqualTo(5_000);
    }

    @Test
    void saysThatTheSecondAmountOfAPaidFormWasNotTaken() {
        donor.post(give("50", "told-key-01234567890"), "issue", "PAID");
        pump.drain().block();
        String gift = Visitor.next(donor.post(form, fields("20", "told-key-01234567890")))
                .toString();
        assertThat(page(gift)).contains("déjà été payé", "href=\"" + form + "\"");
        assertThat(page(gift.replace("?deja", ""))).doesNotContain("déjà été payé");
    }

    @Test
    void offersNoNameToTheJournalForACauseThatTellsSomethingOfItsDonors() {
        assertThat(page(form)).contains("name=\"nomPublic\"");
        Plan sensitive = samples.plan("Une cause de santé");
        sensitive = sensitive.defined(
                sensitive.language(),
                sensitive.title(),
                sensitive.lead(),
                sensitive.definition(),
                sensitive.cause(),
                true);
        String slug = "sante-" + UUID.randomUUID().toString().substring(0, 8);
        samples.publish(association.id(), slug, sensitive);
        assertThat(page("/c/" + slug + "/don")).doesNotContain("name=\"nomPublic\"");
    }

    private String page(String address) {
        return donor.get(address)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "1e9", "12,345", "50 €", "٥٠", "", "0,50", "100001"})
    void refusesAnAmountItCannotTakeAndKeepsWhatWasTyped(String amount) {
        String answer = refused(amount, fields(amount, "bad-amount-key-01234"));
        assertThat(answer).contains("id=\"e-montant\"").contains("value=\"Marie-Noëlle\"");
    }

    @Test
    void refusesThreeHundredDigits() {
        assertThat(refused("9", fields("9".repeat(300), "long-amount-key-0123")))
                .contains("id=\"e-montant\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"marie", "marie@", "@exemple.fr", "a b@exemple.fr", ""})
    void refusesAnAddressThatCannotBeOne(String email) {
        MultiValueMap<String, String> fields = fields("50", "bad-email-key-012345");
        fields.set("email", email);
        assertThat(refused(email, fields)).contains("id=\"e-email\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀", "Marie\u0000", "Marie\u202E", "<script>", ""})
    void refusesANameThatIsNone(String name) {
        MultiValueMap<String, String> fields = fields("50", "bad-name-key-0123456");
        fields.set("prenom", name);
        assertThat(refused(name, fields)).contains("id=\"e-prenom\"").doesNotContain("<script>");
    }

    @Test
    void showsNothingInvisibleAgain() {
        MultiValueMap<String, String> fields = fields("5\u00000\u202E", "invisible-key-012345");
        fields.set("prenom", "Ma\u0007rie\u202E");
        fields.set("message", "Bravo\u0000 !\nÀ bientôt\u200D");
        String page = refused("", fields);
        assertThat(page)
                .contains("id=\"e-montant\"", "id=\"e-prenom\"", "id=\"e-message\"")
                .contains("value=\"50\"", "value=\"Marie\"", "Bravo !\nÀ bientôt\u200D</textarea>")
                .doesNotContainPattern("[\\p{Cc}\u202E&&[^\\n\\r\\t]]");
    }

    @Test
    void refusesANameOfFiveHundredCharacters() {
        MultiValueMap<String, String> fields = fields("50", "long-name-key-012345");
        fields.set("nom", "a".repeat(500));
        assertThat(refused("", fields)).contains("id=\"e-nom\"").contains("a".repeat(500));
    }

    @Test
    void asksForTheAddressOnlyWhenAReceiptIsWanted() {
        MultiValueMap<String, String> fields = fields("50", "receipt-key-01234567");
        fields.set("recu", "on");
        fields.set("codePostal", "6900");
        assertThat(refused("", fields)).contains("id=\"e-adresse\"", "id=\"e-codePostal\"", "id=\"e-ville\"");
    }

    @Test
    void speaksEnglishUnderItsAddress() {
        donor.post("/en" + form, fields("0", "english-key-01234567"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("The smallest gift is €1"));
    }

    @Test
    void hasNoGiftFormForADraftOrAnUnknownCampaign() {
        design.create(
                        association.id(),
                        "brouillon-" + UUID.randomUUID().toString().substring(0, 8),
                        samples.plan("Draft"))
                .block();
        donor.get("/c/inconnue/don").expectStatus().isNotFound();
        donor.post("/c/inconnue/don", fields("50", "unknown-key-01234567"))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void takesNothingForAClosedCampaign() {
        design.close(association.id(), campaign.campaign().id()).block();
        donor.get(form).expectStatus().isOk();
        donor.post(form, fields("50", "closed-key-012345678")).expectStatus().isEqualTo(409);
        assertThat(number("select count(*) from donation.donation where campaign_id = :campaign"))
                .isZero();
    }

    @Test
    void refusesAFormWithoutItsToken() {
        donor.web()
                .post()
                .uri(form)
                .contentType(org.springframework.http.MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(fields("50", "csrf-key-0123456789"))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void coversTheFeesOnlyWhenAsked() {
        MultiValueMap<String, String> fields = fields("50", "covered-key-01234567");
        fields.set("frais", "on");
        donor.post(bankOf(fields), "issue", "PAID");
        pump.drain().block();
        assertThat(received()).isEqualTo(5_102);
        assertThat(number(
                        "select received_cents - fees_cents from ledger.campaign_total where campaign_id = :campaign"))
                .isEqualTo(5_000);
    }

    @Test
    void holdsWhatIsPaidAgainstTheLargestGift() {
        MultiValueMap<String, String> fields = fields("100000", "covered-key-12345678");
        fields.set("frais", "on");
        assertThat(refused("with its fees", fields))
                .contains("un don va jusqu’à 100\u202F000\u00A0€. Avec les frais, le vôtre ferait");
    }

    @Test
    void saysWhereWhatHasNoFieldOfItsOwnIsWrong() {
        MultiValueMap<String, String> fields = fields("50", "monthly-key-01234567");
        fields.set("frequence", "mensuel");
        fields.set("moyen", "troc");
        assertThat(refused("no such gift", fields))
                .contains("href=\"#frequence\"", "id=\"frequence\"", "href=\"#moyen\"", "id=\"moyen\"");
    }

    @Test
    void keepsTheChosenLineInTheBooks() {
        MultiValueMap<String, String> fields = fields("50", "line-key-0123456789");
        fields.set("ligne", campaign.plan().lines().get(1).id().toString());
        donor.post(bankOf(fields), "issue", "PAID");
        pump.drain().block();
        assertThat(
                        number(
                                "select received_cents from ledger.line_total where campaign_id = :campaign and received_cents > 0"))
                .isEqualTo(5_000);
    }

    private String refused(String why, MultiValueMap<String, String> fields) {
        String page = donor.post(form, fields)
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(number("select count(*) from donation.donation where campaign_id = :campaign"))
                .as(why)
                .isZero();
        return page;
    }

    private String give(String amount, String key) {
        return bankOf(fields(amount, key));
    }

    private String bankOf(MultiValueMap<String, String> fields) {
        URI bank = Visitor.next(donor.post(form, fields));
        return bank.getPath();
    }

    private MultiValueMap<String, String> fields(String amount, String key) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.set("montant", amount);
        fields.set("email", "marie@exemple.example");
        fields.set("prenom", "Marie-Noëlle");
        fields.set("nom", "D’Arc");
        fields.set("cle", key);
        return fields;
    }

    /** As after a crash before the note that it was done. */
    private void hearAgain() {
        database.sql(
                        "update platform.delivery set state = 'WAITING', next_at = now() where handler like 'donation.settle%'")
                .then()
                .block();
        pump.drain().block();
    }

    private long thanks() {
        return number("select count(*) from notification.mail where kind = 'donation.thanks' and about in"
                + " (select id::text from donation.donation where campaign_id = :campaign)");
    }

    private long received() {
        return number("select received_cents from ledger.campaign_total where campaign_id = :campaign");
    }

    private long number(String sql) {
        var query = database.sql(sql);
        if (sql.contains(":campaign")) {
            query = query.bind("campaign", campaign.campaign().id().value());
        }
        return query.map(row -> row.get(0, Long.class)).one().defaultIfEmpty(0L).block();
    }
}
