package org.tremplin.capacity.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.platform.privacy.Subject;
import org.tremplin.platform.security.SignedInPerson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A partner is named outside only by its own yes, for the name it read, until it says no. */
@TestApplication
@Import(Samples.class)
class NamingTest {

    private static final String NAME = "Mairie de l’Essai";

    @Autowired
    Visitors visitors;

    @Autowired
    Samples samples;

    @Autowired
    AgreedPartners agreed;

    @Autowired
    Namings namings;

    @Autowired
    NamingsRefused refused;

    @Autowired
    NamingForgetting forgetting;

    @Autowired
    PartnerForgetting partnerForgetting;

    @Autowired
    DatabaseClient database;

    @Autowired
    TestClock clock;

    private Association association;
    private String home;
    private Visitor editor;
    private Visitor anybody;
    private String partner;
    private String email;

    @BeforeEach
    void list() {
        association = samples.association("Les Cités " + UUID.randomUUID());
        home = "/espace/" + association.slug() + "/partenaires";
        editor = visitors.member(association.slug(), "EDITOR");
        anybody = visitors.anonymous();
        partner = add(NAME);
        email = UUID.randomUUID() + "@partenaires.example";
    }

    @Test
    void namesAPartnerFromItsYesToItsNo() {
        assertThat(page()).contains("Pas encore demandé");
        ask();
        assertThat(page()).contains("Demandé le", email, "pas encore de réponse");
        assertThat(named()).isEmpty();
        String link = link();
        assertThat(Jsoup.parse(anybody.page(link)).text()).contains(association.name(), NAME, "Ce que vous apportez");
        say(link, "oui");
        assertThat(named()).containsExactly(NAME);
        assertThat(anybody.page(link)).contains("Vous avez dit oui le");
        assertThat(page()).contains("A dit oui le").doesNotContain(email);
        say(link, "non");
        assertThat(named()).isEmpty();
        assertThat(page()).contains("est revenu sur son accord le");
        say(link, "oui");
        assertThat(named()).containsExactly(NAME);
    }

    @Test
    void keepsANoAndLetsThePartnerChangeItsMind() {
        ask();
        say(link(), "non");
        assertThat(named()).isEmpty();
        assertThat(page()).contains("A dit non le");
        say(link(), "oui");
        assertThat(named()).containsExactly(NAME);
    }

    @Test
    void changesNothingByOpeningTheLinkOrByAnswerThatIsNone() {
        ask();
        String before = row();
        anybody.page(link());
        anybody.page("/en" + link());
        say(link(), "peut-être");
        assertThat(row()).isEqualTo(before).contains(email);
        assertThat(Objects.requireNonNull(anybody.get(link())
                        .returnResult(String.class)
                        .getResponseHeaders()
                        .getFirst("Referrer-Policy")))
                .isEqualTo("no-referrer");
    }

    @Test
    void keepsTheDayOfTheFirstYesWhenTheButtonIsPressedTwice() {
        ask();
        say(link(), "oui");
        String before = row();
        clock.pass(Duration.ofDays(1));
        say(link(), "oui");
        assertThat(row()).isEqualTo(before);
    }

    @Test
    void holdsForTheNameThatWasReadOnly() {
        ask();
        say(link(), "oui");
        rename("Commune de l’Essai");
        assertThat(named()).isEmpty();
        assertThat(page()).contains(NAME, "Vous avez changé ce nom depuis", "Redemander");
        assertThat(anybody.page(link())).contains("changé ce nom depuis", NAME).doesNotContain("Commune");
        rename(NAME);
        assertThat(named()).containsExactly(NAME);
    }

    @Test
    void mailsNoWordThatWasTypedButTheNameOfTheAssociation() {
        ask();
        assertThat(mail()).contains(association.name()).doesNotContain(NAME);
        assertThat(text("select (position(:what in encode(token_hash, 'escape')) = 0)::text"
                                .replace(":what", "'" + link().substring(12) + "'")
                        + " from capacity.partner_naming where association_id = '"
                        + association.id().value() + "'"))
                .as("the link opens nothing from a copy of the base")
                .isEqualTo("true");
    }

    @Test
    void replacesALinkByAnotherWithWhatWasSaidThere() {
        ask();
        String first = link();
        say(first, "oui");
        ask();
        assertThat(named()).isEmpty();
        anybody.get(first).expectStatus().isEqualTo(410);
        say(first, "oui", 410);
        assertThat(named()).isEmpty();
        assertThat(link()).isNotEqualTo(first);
        say(link(), "oui");
        assertThat(named()).containsExactly(NAME);
    }

    @Test
    void forgetsAPartnerThatIsRemovedUnlessItComesBack() {
        ask();
        say(link(), "oui");
        editor.post(home + "/" + partner + "/retrait").expectStatus().isSeeOther();
        assertThat(named()).isEmpty();
        anybody.get(link()).expectStatus().isEqualTo(410);
        say(link(), "oui", 410);
        editor.post(home + "/" + partner + "/retour").expectStatus().isSeeOther();
        assertThat(named()).containsExactly(NAME);

        editor.post(home + "/" + partner + "/retrait").expectStatus().isSeeOther();
        clock.pass(Duration.ofDays(2));
        partnerForgetting.forget(clock.instant(), 100).block();
        assertThat(text("select count(*)::text from capacity.partner_naming where association_id = '"
                        + association.id().value() + "'"))
                .isEqualTo("0");
        anybody.get(link()).expectStatus().isNotFound();
    }

    @Test
    void knowsNoOtherLinkAndNoOtherPartner() {
        anybody.get("/partenaire/inconnu").expectStatus().isNotFound();
        say("/partenaire/inconnu", "oui", 404);
        Association other = samples.association("Les Voisins " + UUID.randomUUID());
        Visitor neighbour = visitors.member(other.slug(), "PRESIDENT");
        neighbour
                .post("/espace/" + other.slug() + "/partenaires/" + partner + "/accord", "email", email)
                .expectStatus()
                .isNotFound();
        visitors.member(association.slug(), "READER")
                .post(asking(), "email", email)
                .expectStatus()
                .isForbidden();
        assertThat(page()).contains("Pas encore demandé");
    }

    @Test
    void refusesAnAddressThatIsNoneOrThatADemonstrationDoesNotWriteTo() {
        assertThat(refused("sans arobase")).contains("adresse e-mail complète", "value=\"sans arobase\"");
        assertThat(refused("quelqu-un@ailleurs.org")).contains("adresses inventées");
    }

    @Test
    void asksOneAddressThreeTimesADayAndAnAssociationTwenty() {
        ask();
        ask();
        ask();
        assertThat(refused(email)).contains("déjà reçu plusieurs demandes");
        for (int more = 3; more < 20; more++) {
            email = UUID.randomUUID() + "@partenaires.example";
            ask();
        }
        assertThat(refused(UUID.randomUUID() + "@partenaires.example")).contains("beaucoup de demandes");
        clock.pass(Duration.ofHours(25));
        editor = visitors.member(association.slug(), "EDITOR");
        ask();
    }

    @Test
    void respectsANoForThirtyDays() {
        ask();
        say(link(), "non");
        assertThat(page()).contains("Vous pourrez redemander à partir du").doesNotContain("name=\"email\"");
        assertThat(refused(email)).contains("a dit non il y a peu");
        clock.pass(Duration.ofDays(31));
        editor = visitors.member(association.slug(), "EDITOR");
        assertThat(page()).contains("name=\"email\"");
        ask();
    }

    @Test
    void listsWhoAgreedInTheOrderOfTheAlphabet() {
        for (String name : List.of("Zèbres", "Éclat", "amis")) {
            partner = add(name);
            email = UUID.randomUUID() + "@partenaires.example";
            ask();
            say(link(), "oui");
        }
        assertThat(named()).containsExactly("amis", "Éclat", "Zèbres");
    }

    @Test
    void forgetsTheAddressOnRequestAndAfterThirtyDays() {
        ask();
        Subject subject = new Subject(email);
        assertThat(String.valueOf(forgetting.copy(subject).block())).contains(NAME);
        assertThat(forgetting.addresses().collectList().block()).contains(email);
        forgetting.erase(subject).block();
        assertThat(forgetting.copy(subject).blockOptional()).isEmpty();
        assertThat(page()).contains("Demandé le").doesNotContain(email);

        String lost = email;
        email = UUID.randomUUID() + "@partenaires.example";
        ask();
        String link = link();
        clock.pass(Duration.ofDays(31));
        forgetting.forget(clock.instant(), 100).block();
        assertThat(row()).doesNotContain(email, lost);
        say(link, "oui");
        assertThat(named()).containsExactly(NAME);
    }

    @Test
    void forgetsEveryAddressOfAPartnerWithItsAnswer() {
        ask();
        String first = email;
        email = UUID.randomUUID() + "@partenaires.example";
        ask();
        say(link(), "oui");
        assertThat(text("select string_agg(row::text, ' ') from capacity.partner_naming row where partner_id = '"
                        + partner + "'"))
                .doesNotContain(first, email);
        assertThat(forgetting.addresses().collectList().block()).doesNotContain(first, email);
    }

    @Test
    void countsMailsToAnAddressThatAnsweredWhoeverAsks() {
        for (int asked = 0; asked < 3; asked++) {
            partner = add("Service " + asked);
            ask();
            say(link(), "oui");
        }
        Association other = samples.association("Les Voisins " + UUID.randomUUID());
        home = "/espace/" + other.slug() + "/partenaires";
        editor = visitors.member(other.slug(), "EDITOR");
        association = other;
        partner = add(NAME);
        assertThat(refused(email)).contains("déjà reçu plusieurs demandes");
    }

    @Test
    void respectsANoForThirtyDaysWhenThePartnerIsRemovedAndAddedAgain() {
        ask();
        say(link(), "non");
        editor.post(home + "/" + partner + "/retrait").expectStatus().isSeeOther();
        partner = add(NAME);
        assertThat(refused(email.substring(0, 36).toUpperCase(Locale.ROOT) + email.substring(36)))
                .contains("on vous a répondu non il y a peu");
        clock.pass(Duration.ofDays(2));
        partnerForgetting.forget(clock.instant(), 100).block();
        editor = visitors.member(association.slug(), "EDITOR");
        assertThat(refused(email)).contains("on vous a répondu non il y a peu");
        clock.pass(Duration.ofDays(29));
        editor = visitors.member(association.slug(), "EDITOR");
        ask();
    }

    @Test
    void keepsNoReadableAddressForTheLimitsAndCutsTheMarkAfterThirtyDays() {
        String marks = "select coalesce(string_agg(mail::text, ' '), 'none') from capacity.naming_mail mail"
                + " where association_id = '" + association.id().value() + "'";
        ask();
        say(link(), "non");
        assertThat(text(marks)).doesNotContain(email).isNotEqualTo("none");
        clock.pass(Duration.ofDays(29));
        forgetting.forget(clock.instant(), 1000).block();
        assertThat(text(marks)).isNotEqualTo("none");
        clock.pass(Duration.ofDays(2));
        forgetting.forget(clock.instant(), 1000).block();
        assertThat(text(marks)).isEqualTo("none");
    }

    @Test
    void mailsNobodyWhoseNoComesWhileTheQuestionLeavesAgain() {
        List<Naming> asked = Flux.range(0, 6)
                .map(one -> {
                    partner = add("Service " + one);
                    email = UUID.randomUUID() + "@partenaires.example";
                    ask();
                    return Objects.requireNonNull(namings.of(association.id(), UUID.fromString(partner))
                            .block());
                })
                .collectList()
                .block();
        SignedInPerson by = new SignedInPerson(UUID.randomUUID(), "", false, "fr");
        Flux.fromIterable(asked)
                .flatMap(naming -> Mono.when(
                        namings.answer(naming, false),
                        namings.ask(association, partnerOf(naming), UUID.randomUUID() + "@partenaires.example", by)))
                .blockLast();
        assertThat(text("select count(*)::text from capacity.partner_naming where answer = 'NO'"
                        + " and replaced_at is not null and association_id = '"
                        + association.id().value() + "'"))
                .isEqualTo("0");
    }

    @Test
    void tellsWhichAssociationWroteAnAddress() {
        ask();
        assertThat(String.valueOf(forgetting.copy(new Subject(email)).block())).contains(association.name(), NAME);
    }

    @Test
    void opensTheFoldWhereAnAddressIsWrong() {
        ask();
        say(link(), "oui");
        assertThat(Jsoup.parse(page()).select("#cite details[open]")).isEmpty();
        assertThat(Jsoup.parse(refused("")).select("#cite details[open] #e-email"))
                .hasSize(1);
    }

    @Test
    void tellsThatSomebodyWhoAdvisesMayReadTheName() {
        ask();
        assertThat(Jsoup.parse(anybody.page(link())).text())
                .contains(
                        "Rien n’est montré au public ni à un mécène sans votre oui",
                        "Une personne qui conseille l’association peut lire",
                        "Sur la page publique de cette association");
        assertThat(Jsoup.parse(anybody.page("/en" + link())).text())
                .contains(
                        "Nothing is shown to the public or to a patron without your yes",
                        "Somebody who advises the association can read",
                        "On the public page of this association");
    }

    @Test
    void refusesAgainWhatAnOlderBackupBringsBackAsAYesOrUnanswered() {
        ask();
        say(link(), "oui");
        clock.pass(Duration.ofHours(1));
        say(link(), "non");
        Set<String> noted = erased();
        assertThat(noted).hasSize(1);
        assertThat(String.join("", noted)).doesNotContain(" ");

        restore("'YES'", "now() - interval '1000 days'");
        assertThat(named()).containsExactly(NAME);
        refused.again(noted).block();
        assertThat(named()).isEmpty();
        assertThat(row()).contains("TAKEN_BACK");
        restore("null", "null");
        refused.again(noted).block();
        assertThat(row()).contains(",NO,");
    }

    @Test
    void leavesAYesThatIsLaterThanTheNoAsItIs() {
        ask();
        say(link(), "non");
        Set<String> noted = erased();
        clock.pass(Duration.ofHours(1));
        say(link(), "oui");
        String before = row();
        refused.again(noted).block();
        assertThat(row()).isEqualTo(before);
        assertThat(named()).containsExactly(NAME);
    }

    private Set<String> erased() {
        return Set.of(
                text("select string_agg(subject, ' ') from platform.erasure where kind = 'naming' and subject like"
                        + " (select id || '-%' from capacity.partner_naming where partner_id = '" + partner + "')"));
    }

    private void restore(String answer, String at) {
        database.sql("update capacity.partner_naming set answer = " + answer + ", answered_at = " + at
                        + " where partner_id = '" + partner + "'")
                .then()
                .block();
    }

    private UUID partnerOf(Naming naming) {
        return UUID.fromString(
                text("select partner_id::text from capacity.partner_naming where id = '" + naming.id() + "'"));
    }

    private String add(String name) {
        editor.post(home + "/nouveau", "nom", name, "type", "PUBLIC", "portee", "LOCAL")
                .expectStatus()
                .isSeeOther();
        return text("select id::text from capacity.partner where association_id = '"
                + association.id().value() + "' order by id desc");
    }

    private void rename(String name) {
        String version = text("select version::text from capacity.partner where id = '" + partner + "'");
        editor.post(home + "/" + partner, "version", version, "nom", name, "type", "PUBLIC", "portee", "LOCAL")
                .expectStatus()
                .isSeeOther();
    }

    private String asking() {
        return home + "/" + partner + "/accord";
    }

    private void ask() {
        editor.post(asking(), "email", email).expectStatus().isSeeOther();
    }

    private String refused(String address) {
        return editor.post(asking(), "email", address)
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private void say(String link, String answer) {
        say(link, answer, 303);
    }

    private void say(String link, String answer, int status) {
        WebTestClient.ResponseSpec said = anybody.post(link, "reponse", answer);
        said.expectStatus().isEqualTo(status);
    }

    private String page() {
        return editor.page(home + "/" + partner);
    }

    private List<String> named() {
        return agreed.of(association.id()).block();
    }

    private String mail() {
        return anybody.page("/demo/courrier/"
                + text("select id::text from notification.mail where recipient = '" + email
                        + "' order by created_at desc, id desc"));
    }

    private String link() {
        Matcher link = Pattern.compile("/partenaire/[\\w-]+").matcher(mail());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private String row() {
        return text("select row::text from capacity.partner_naming row where partner_id = '" + partner
                + "' and replaced_at is null");
    }

    private String text(String sql) {
        return database.sql(sql).map(row -> row.get(0, String.class)).first().block();
    }
}
