package org.tremplin.donation.donor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.Founding;
import org.tremplin.association.Role;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.identity.People;
import org.tremplin.platform.event.Pump;

/** Somebody who gave asks to be forgotten. */
@TestApplication
@Import({Samples.class, DonorSamples.class})
class ErasureTest {

    @Autowired
    Samples samples;

    @Autowired
    DonorSamples donors;

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Founding founding;

    @Autowired
    Pump pump;

    private Association association;
    private String campaign;
    private DonorSamples.Donor donor;
    private String email;
    private Visitor visitor;

    @BeforeEach
    void campaign() {
        association = samples.association("Les Jardins " + UUID.randomUUID());
        PublishedCampaign published = samples.campaign(
                association, "jardin-" + UUID.randomUUID().toString().substring(0, 8));
        campaign = published.campaign().slug();
        donor = DonorSamples.Donor.some();
        email = donor.email();
        visitor = visitors.anonymous();
    }

    @Test
    void leavesNothingInTheWholeDatabaseOfADonorWithoutAReceipt() {
        String token = donors.give(campaign, donor, false);
        assertThat(donors.where(donor.last())).contains("donation.donation.last_name");
        assertThat(donors.where(donor.first())).contains("transparency.commitment_text.text");
        assertThat(donors.where(email)).isNotEmpty();
        visitor.post("/don/" + token + "/remboursement", "motif", "Signé " + donor.last());

        erase(token);

        for (String word : List.of(donor.last(), donor.first(), email, donor.message(), donor.dedication())) {
            assertThat(donors.where(word)).as(word).isEmpty();
        }
        assertThat(visitor.page("/don/" + token)).doesNotContain(donor.first()).contains("50\u00A0€");
    }

    @Test
    void takesOnlyTheFirstNameOutOfThePublicJournal() {
        String token = donors.give(campaign, donor, true);
        assertThat(donors.where(donor.first())).contains("transparency.commitment_text.text");
        assertThat(visitor.page("/don/" + token)).contains("/don/" + token + "/nom");
        assertThat(visitor.page("/don/" + token + "/nom")).contains(donor.first(), "Retirer mon prénom");
        assertThat(visitor.page("/en/don/" + token + "/nom")).contains(donor.first(), "Take my first name out");

        visitor.post("/don/" + token + "/nom").expectStatus().isSeeOther();
        visitor.post("/don/" + token + "/nom").expectStatus().isSeeOther();
        pump.drain().block();

        assertThat(donors.where(donor.first())).doesNotContain("transparency.commitment_text.text");
        assertThat(donors.number("select count(*) from platform.erasure where kind = 'public-name'"))
                .as("once")
                .isEqualTo(1);
        assertThat(visitor.page("/don/" + token + "/nom?fait=oui"))
                .contains("votre prénom est retiré", "montré nulle part")
                .doesNotContain(donor.first());
        assertThat(visitor.page("/don/" + token))
                .as("the gift, its receipt and its thanks stay")
                .contains("Merci, " + donor.first(), "50\u00A0€", "Votre reçu fiscal")
                .doesNotContain("/don/" + token + "/nom");
        assertThat(donors.where(donor.last())).contains("donation.donation.last_name");
        visitor.get("/don/unknown/nom").expectStatus().isNotFound();
        visitor.post("/don/unknown/nom").expectStatus().isNotFound();
    }

    @Test
    void keepsApartOnlyWhatTheLawKeepsOfAReceipt() {
        String token = donors.give(campaign, donor, true);
        assertThat(donors.where(donor.street())).containsExactly("donation.donation.street");

        erase(token);

        assertThat(donors.where(donor.last())).containsExactly("donation.kept_identity.last_name");
        assertThat(donors.where(donor.first())).containsExactly("donation.kept_identity.first_name");
        assertThat(donors.where(donor.street())).containsExactly("donation.kept_identity.street");
        for (String word : List.of(email, donor.message(), donor.dedication())) {
            assertThat(donors.where(word)).as(word).isEmpty();
        }
        Visitor treasurer = visitors.member(association.slug(), "TREASURER");
        String gifts = "/espace/" + association.slug() + "/dons";
        assertThat(treasurer.page(gifts)).doesNotContain(donor.last());
        assertThat(treasurer.page(gifts + "/recus-demandes.csv"))
                .contains(donor.first() + ";" + donor.last(), donor.street());
    }

    @Test
    void saysBeforehandAndAfterwardsWhatStaysAndUntilWhen() {
        String token = donors.give(campaign, donor, true);
        donors.give(campaign, donor, false);
        String link = link(token);
        Document page = Jsoup.parse(visitor.page(link));
        assertThat(page.text())
                .contains("2 dons, sans votre nom.", "jusqu’au 31 décembre 2036", "art. L123-22")
                .contains("Votre identité, pour un reçu fiscal demandé.", "jusqu’au 31 décembre 2033", "art. L102 E");
        assertThat(page.select("main form")).hasSize(1);
        String done = act(link);
        assertThat(Jsoup.parse(visitor.page(done)).text())
                .contains("2 dons, sans votre nom.", "31 décembre 2036", "31 décembre 2033");
    }

    @Test
    void leavesBooksTotalsAndJournalAsTheyAre() {
        String token = donors.give(campaign, donor, true);
        List<String> kept = List.of("ledger.transaction", "ledger.entry", "ledger.total", "transparency.leaf");
        Map<String, String> before = donors.prints(kept);
        String page = visitor.page("/c/" + campaign);

        erase(token);

        assertThat(donors.prints(kept)).isEqualTo(before);
        assertThat(amounts(visitor.page("/c/" + campaign))).isEqualTo(amounts(page));
        assertThat(donors.where(donor.first())).containsExactly("donation.kept_identity.first_name");
    }

    @Test
    void doesNothingUntilTheButtonIsPressed() {
        String token = donors.give(campaign, donor, false);
        String link = link(token);
        visitor.page(link);
        visitor.page(link.replace("dossier?", "dossier.json?"));
        assertThat(donors.where(donor.last())).contains("donation.donation.last_name");
    }

    @Test
    void opensEachLinkUntilTheErasureOnly() {
        String link = link(donors.give(campaign, donor, false));
        act(link);
        visitor.get(link).expectStatus().isEqualTo(410);
        visitor.post("/donnees/effacement", "token", link.substring(link.indexOf("token=") + 6))
                .expectStatus()
                .isEqualTo(410);
    }

    @Test
    void givesACopyOfEverythingThatWasSaid() {
        String link = link(donors.give(campaign, donor, true));
        String copy = visitor.page(link.replace("dossier?", "dossier.json?"));
        assertThat(copy)
                .contains(
                        donor.last(),
                        donor.first(),
                        donor.message(),
                        donor.dedication(),
                        donor.street(),
                        "\"cents\" : 5000",
                        email.toLowerCase());
    }

    @Test
    void erasesAllGiftsOfOneAddressHoweverItWasTyped() {
        String token = donors.give(campaign, donor, false);
        donors.give(campaign, donor.writingFrom(email.toUpperCase(java.util.Locale.ROOT)), false);
        erase(token);
        assertThat(donors.where(donor.last())).isEmpty();
    }

    @Test
    void erasesNobodyElse() {
        String other = donors.give(campaign, donor.writingFrom("autre." + email), false);
        erase(donors.give(campaign, donor, false));
        assertThat(donors.where("autre." + email)).isNotEmpty();
        assertThat(visitor.page("/don/" + other)).contains(donor.first());
    }

    @Test
    void sendsTheLinkToTheMailboxAndShowsItsAddressToNobody() {
        String token = donors.give(campaign, donor, false);
        assertThat(visitor.page("/don/" + token + "/donnees"))
                .doesNotContain(email)
                .contains("Z…@courrier.example")
                // whom else to ask: the association said so before it published
                .contains("donnees@essai.example");
    }

    @Test
    void answersAnUnknownAddressLikeAKnownOne() {
        donors.give(campaign, donor, false);
        String known = asked(email);
        String unknown = asked("personne." + UUID.randomUUID() + "@courrier.example");
        assertThat(unknown).isEqualTo(known).endsWith("?envoye=oui");
    }

    @Test
    void takesTheAccountTooAndLeavesATombstone() {
        UUID id = Objects.requireNonNull(people.welcome(email, donor.first() + " " + donor.last(), "fr")
                        .block())
                .id();
        Visitor signedIn = visitors.person(id);
        signedIn.post("/compte/donnees").expectStatus().isSeeOther();
        act(newestLink());
        assertThat(donors.where(donor.last())).isEmpty();
        assertThat(donors.where(email)).isEmpty();
        assertThat(donors.number(
                        "select count(*) from identity.person where id = '" + id + "' and erased_at is not null"))
                .isEqualTo(1);
        signedIn.get("/compte").expectStatus().isSeeOther();
        assertThat(people.find(id).block()).isNull();
    }

    @Test
    void keepsTheAccountOfAMemberAndSaysWhatToDo() {
        UUID id = Objects.requireNonNull(people.welcome(email, "Lou", "fr").block())
                .id();
        founding.join(association.id(), id, Role.READER, null).block();
        asked(email);
        String link = newestLink();
        assertThat(visitor.page(link)).contains("Quittez d’abord son équipe");
        act(link);
        assertThat(people.find(id).block()).isNotNull();
    }

    @Test
    void letsTheTreasurerEraseWhoWroteByPost() {
        donors.give(campaign, donor, false);
        donors.give(campaign, donor, true);
        String gift = donors.text("select id::text from donation.donation order by id desc limit 1");
        Visitor treasurer = visitors.member(association.slug(), "TREASURER");
        String page = "/espace/" + association.slug() + "/dons/" + gift + "/effacement";
        assertThat(Jsoup.parse(treasurer.page(page)).text()).contains("de ses 2 dons");
        treasurer.post(page).expectStatus().isSeeOther();
        treasurer.post(page).expectStatus().isSeeOther();
        pump.drain().block();

        assertThat(donors.where(donor.last())).containsExactly("donation.kept_identity.last_name");
        assertThat(donors.where(email)).isEmpty();
        assertThat(donors.number(
                        "select count(*) from platform.audit where act = 'donation.donor-erased' and object = '" + gift
                                + "'"))
                .isEqualTo(1);
        assertThat(treasurer.page(page + "?fait=oui")).contains("C’est effacé");
    }

    @Test
    void letsTheTreasurerTouchNoGiftToAnotherAssociation() {
        donors.give(campaign, donor, false);
        String gift = donors.text("select id::text from donation.donation order by id desc limit 1");
        Association other = samples.association("Les Voisins " + UUID.randomUUID());
        String next = samples.campaign(
                        other, "voisin-" + UUID.randomUUID().toString().substring(0, 8))
                .campaign()
                .slug();
        donors.give(next, donor, false);
        visitors.member(association.slug(), "TREASURER")
                .post("/espace/" + association.slug() + "/dons/" + gift + "/effacement")
                .expectStatus()
                .isSeeOther();
        assertThat(donors.number("select count(*) from donation.donation where email = '" + email + "'"))
                .isEqualTo(1);
    }

    @Test
    void asksNothingOfAnAddressThatIsGone() {
        String token = donors.give(campaign, donor, false);
        erase(token);
        assertThat(donors.where(email)).isEmpty();
        visitor.post("/don/" + token + "/donnees").expectStatus().isOk();
        assertThat(donors.where(email)).isEmpty();
    }

    @Test
    void saysPlainlyThatADemonstrationWritesToNoRealAddress() {
        String token = donors.give(campaign, donor.writingFrom(donor.first().replace("é", "e") + "@reel.org"), false);
        assertThat(donors.where("@reel.org")).containsExactly("campaign.follower.email", "donation.donation.email");
        assertThat(visitor.page("/don/" + token + "/donnees")).contains("qui finissent par .example");
        assertThat(refused("/connexion")).contains("qui finissent par .example");
        assertThat(refused("/donnees/demande")).contains("qui finissent par .example");
    }

    private String refused(String form) {
        return Objects.requireNonNull(visitor.post(form, "email", "zenobie@reel.org")
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private String asked(String address) {
        return Visitor.next(visitor.post("/donnees/demande", "email", address)).toString();
    }

    private void erase(String token) {
        act(link(token));
    }

    private String link(String token) {
        visitor.post("/don/" + token + "/donnees").expectStatus().isSeeOther();
        return newestLink();
    }

    private String newestLink() {
        String mail = "/demo/courrier/"
                + donors.text(
                        "select id::text from notification.mail where kind = 'identity.data' order by id desc limit 1");
        String href = Jsoup.parse(visitor.page(mail))
                .select(".mail-links a[href*='/donnees/dossier']")
                .attr("href");
        return href.substring(href.indexOf("/donnees/"));
    }

    /** Presses the button, and lets everybody hear. */
    private String act(String link) {
        String done = Visitor.next(
                        visitor.post("/donnees/effacement", "token", link.substring(link.indexOf("token=") + 6)))
                .toString();
        pump.drain().block();
        return done;
    }

    private static List<String> amounts(String page) {
        return Jsoup.parse(page).select("main .n, main b").eachText();
    }
}
