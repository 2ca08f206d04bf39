package org.tremplin.patron.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
import org.tremplin.association.AssociationId;
import org.tremplin.association.AwaitedAct;
import org.tremplin.association.Founding;
import org.tremplin.association.Role;
import org.tremplin.identity.People;
import org.tremplin.patron.company.Companies;
import org.tremplin.platform.privacy.PersonalData;
import org.tremplin.platform.privacy.Retention;
import org.tremplin.platform.privacy.Subject;
import reactor.core.publisher.Flux;

/** A shop owner keeps what she reads, and asks. */
@TestApplication
@Import(Samples.class)
class PatronAccountTest {

    private static final String LISTS = "/mecenes/compte/listes/comparaison?c=a,b";

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Founding founding;

    @Autowired
    DatabaseClient database;

    @Autowired
    TestClock clock;

    @Autowired
    QuestionActs acts;

    @Autowired
    Companies companies;

    @Autowired
    List<PersonalData> holders;

    @Autowired
    List<Retention> retentions;

    private Association association;
    private Visitor president;
    private String presidentMail;
    private String project;
    private Visitor owner;
    private String ownerMail;

    @BeforeEach
    void meet() {
        association = samples.association("Les Questionnés " + UUID.randomUUID());
        presidentMail = UUID.randomUUID() + "@association.example";
        president = person(presidentMail);
        founding.join(association.id(), Objects.requireNonNull(president.id()), Role.PRESIDENT, null)
                .block();
        String slug = "projet-" + UUID.randomUUID();
        samples.campaign(association, slug);
        project = "/mecenes/projets/" + slug;
        ownerMail = UUID.randomUUID() + "@quincaillerie.example";
        owner = person(ownerMail);
    }

    @Test
    void opensAnOrganisationFirst() {
        owner.get("/mecenes/compte").expectStatus().isSeeOther();
        owner.get(project).expectStatus().isSeeOther();
        owner.post("/mecenes/organisation", "nom", "", "genre", "FIRM", "siren", "123456789")
                .expectStatus()
                .isEqualTo(422);
        open();
        assertThat(owner.page("/mecenes/compte")).contains("Quincaillerie du Pont", "Aucun encore");
    }

    @Test
    void goesOnWithTheProjectThatAskedForAnOrganisation() {
        String begun = owner.get(project)
                .expectStatus()
                .isSeeOther()
                .returnResult()
                .getResponseHeaders()
                .getLocation()
                .toString();
        assertThat(begun).isEqualTo("/mecenes/organisation?projet=" + project.substring(project.lastIndexOf('/') + 1));
        assertThat(owner.page(begun)).contains("name=\"projet\"");
        owner.post(
                        "/mecenes/organisation",
                        "nom",
                        "Quincaillerie du Pont",
                        "genre",
                        "FIRM",
                        "projet",
                        begun.substring(begun.indexOf('=') + 1))
                .expectHeader()
                .location(project + "?fait=oui");
    }

    @Test
    void keepsComparisonsUnderAName() {
        open();
        owner.post(LISTS, "nom", "Trois projets d’eau").expectStatus().isSeeOther();
        assertThat(owner.page("/mecenes/compte")).contains("Trois projets d’eau", "href=\"/mecenes/comparer?c=a,b\"");
        owner.post("/mecenes/compte/listes/comparaison", "nom", "Rien")
                .expectStatus()
                .isEqualTo(422);
        owner.post("/mecenes/compte/listes/"
                        + text("select id::text from patron.kept_list where query = 'c=a,b'"
                                + " order by kept_at desc limit 1")
                        + "/retrait")
                .expectStatus()
                .isSeeOther();
        assertThat(owner.page("/mecenes/compte")).doesNotContain("Trois projets d’eau");
    }

    @Test
    void keepsASearchUnderAName() {
        open();
        String keep = "/mecenes/compte/listes/recherche?lieu=Vienne";
        assertThat(owner.page(keep)).contains("Garder cette recherche");
        owner.post(keep, "nom", "Autour de Vienne").expectStatus().isSeeOther();
        assertThat(owner.page("/mecenes/compte")).contains("Autour de Vienne", "href=\"/mecenes?lieu=Vienne\"");
    }

    @Test
    void keepsANoteThatNobodyOverwritesUnseen() {
        open();
        note("Voir le devis", "0").expectStatus().isSeeOther();
        note("Appeler le maire", "0")
                .expectStatus()
                .isEqualTo(409)
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("Voir le devis", "Appeler le maire"));
        note("Voir le devis, puis le maire", "1").expectStatus().isSeeOther();
        assertThat(owner.page(project)).contains("Voir le devis, puis le maire");
        assertThat(president.page("/espace/" + association.slug() + "/questions"))
                .doesNotContain("Voir le devis");
    }

    @Test
    void asksAndReadsTheAnswer() {
        open();
        assertThat(waiting()).isEmpty();
        ask("Qui entretient la passe après les travaux ?").expectStatus().isSeeOther();
        assertThat(waiting()).hasSize(1);
        String desk = "/espace/" + association.slug() + "/questions";
        assertThat(Jsoup.parse(president.page(desk)).text())
                .contains("Quincaillerie du Pont", "Qui entretient la passe")
                .doesNotContain(ownerMail);

        String link = mailed(presidentMail, "/reponse/");
        visitors.anonymous().get(link).expectHeader().valueEquals("Referrer-Policy", "no-referrer");
        assertThat(visitors.anonymous().page(link)).contains("Une question de Quincaillerie du Pont");
        visitors.anonymous()
                .post(link, "question", "La commune, par convention.")
                .expectStatus()
                .isSeeOther();
        assertThat(waiting()).isEmpty();
        assertThat(mailed(ownerMail, "/mecenes/projets/")).isEqualTo(project);
        assertThat(owner.page(project)).contains("La commune, par convention.");
        assertThat(owner.page("/mecenes/compte")).contains("réponse reçue");
    }

    @Test
    void answersByLinkOnlyWhileTheMemberActs() {
        open();
        ask("Combien de poissons ?").expectStatus().isSeeOther();
        String link = mailed(presidentMail, "/reponse/");
        database.sql("delete from association.member where person_id = '" + president.id() + "'")
                .then()
                .block();
        visitors.anonymous().get(link).expectStatus().isNotFound();
        visitors.anonymous().post(link, "question", "Cent").expectStatus().isNotFound();
    }

    @Test
    void refusesWhatIsTooMuchOrFromInside() {
        open();
        ask("").expectStatus().isEqualTo(422);
        ask("x".repeat(1_001)).expectStatus().isEqualTo(422);
        for (int asked = 0; asked < Threads.DAILY; asked++) {
            ask("Question " + asked).expectStatus().isSeeOther();
        }
        ask("Une de trop").expectStatus().isEqualTo(422);
        clock.pass(Duration.ofDays(1));
        ask("Le lendemain").expectStatus().isSeeOther();

        president
                .post("/mecenes/organisation", "nom", "La société du président", "genre", "FIRM")
                .expectStatus()
                .isSeeOther();
        president
                .post(project + "/questions", "question", "Bien ?")
                .expectStatus()
                .isEqualTo(422);
    }

    /** An organisation that is left goes with its questions; the limit of the person stays. */
    @Test
    void countsQuestionsOfThePersonWhateverTheOrganisation() {
        open();
        for (int asked = 0; asked < Threads.DAILY; asked++) {
            ask("Question " + asked).expectStatus().isSeeOther();
        }
        owner.post("/mecenes/organisation/personnes/" + owner.id() + "/fin")
                .expectStatus()
                .isSeeOther();
        open();
        ask("Une de trop").expectStatus().isEqualTo(422);
    }

    @Test
    void leavesTheLastWordToTheAssociation() {
        open();
        for (int said = 1; said < Threads.MOST_WORDS; said++) {
            if (said % Threads.DAILY == 0) {
                clock.pass(Duration.ofDays(1));
            }
            ask("Question " + said).expectStatus().isSeeOther();
        }
        clock.pass(Duration.ofDays(1));
        ask("Une de trop")
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("quarante messages"));
        assertThat(text("select count(*)::text from patron.counted_act where kind = 'QUESTION' and person_id = '"
                        + owner.id() + "' and at > '" + clock.instant().minus(Duration.ofHours(1)) + "'"))
                .as("what was refused counts for nothing")
                .isEqualTo("0");
        assertThat(waiting()).hasSize(1);
        visitors.anonymous()
                .post(mailed(presidentMail, "/reponse/"), "question", "Voyons-nous.")
                .expectStatus()
                .isSeeOther();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void answersWhoDecidesWhenWhoAskedIsGone() {
        open();
        Visitor colleague = colleague("DECIDER");
        colleague
                .post(project + "/questions", "question", "Combien de poissons ?")
                .expectStatus()
                .isSeeOther();
        colleague
                .post("/mecenes/organisation/personnes/" + colleague.id() + "/fin")
                .expectStatus()
                .isSeeOther();
        visitors.anonymous()
                .post(mailed(presidentMail, "/reponse/"), "question", "Cent")
                .expectStatus()
                .isSeeOther();
        assertThat(mailed(ownerMail, "/mecenes/projets/")).isEqualTo(project);
    }

    @Test
    void mailsAnAddressAndForAPersonOnlySoOftenADay() {
        open();
        String email = UUID.randomUUID() + "@quincaillerie.example";
        for (int sent = 0; sent < 3; sent++) {
            invite(email).expectStatus().isSeeOther();
            owner.post("/mecenes/organisation/invitations/"
                            + text("select id::text from patron.company_invitation where email = '" + email + "'")
                            + "/retrait")
                    .expectStatus()
                    .isSeeOther();
        }
        invite(email)
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("Assez d’invitations"));
        for (int sent = 3; sent < 20; sent++) {
            invite("a" + sent + email).expectStatus().isSeeOther();
        }
        invite("b" + email).expectStatus().isEqualTo(422);
        clock.pass(Duration.ofDays(1));
        invite(email).expectStatus().isSeeOther();
        clock.pass(Duration.ofDays(2));
        forget("CompanyForgetting");
        assertThat(text("select count(*)::text from patron.counted_act where person_id = '" + owner.id() + "'"))
                .isEqualTo("0");
    }

    @Test
    void takesTheSeatOfAnAccountThatWasErased() {
        open();
        forget("CompanyForgetting");
        owner.page("/mecenes/compte");
        database.sql("update identity.person set erased_at = now(), email = id || '@erased.invalid' where id = '"
                        + owner.id() + "'")
                .then()
                .block();
        forget("CompanyForgetting");
        assertThat(text("select count(*)::text from patron.company_member where person_id = '" + owner.id() + "'"))
                .isEqualTo("0");
    }

    @Test
    void keepsTheInvitationOfWhoActsElsewhere() {
        open();
        String email = UUID.randomUUID() + "@ailleurs.example";
        Visitor other = person(email);
        other.post("/mecenes/organisation", "nom", "Ailleurs", "genre", "FIRM")
                .expectStatus()
                .isSeeOther();
        invite(email).expectStatus().isSeeOther();
        String link = mailed(email, "/invitation/mecene?token=");
        String token = link.substring(link.indexOf('=') + 1);
        other.post("/invitation/mecene", "token", token).expectStatus().isEqualTo(410);
        other.post("/mecenes/organisation/personnes/" + other.id() + "/fin")
                .expectStatus()
                .isSeeOther();
        other.post("/invitation/mecene", "token", token).expectStatus().isSeeOther();

        clock.pass(Duration.ofMinutes(1));
        invite(email).expectStatus().isSeeOther();
        String again = mailed(email, "/invitation/mecene?token=");
        other.post("/invitation/mecene", "token", again.substring(again.indexOf('=') + 1))
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .valueEquals("Location", "/mecenes/compte");
    }

    @Test
    void foundsOnceOnADoubleClick() {
        String name = "Deux Clics " + UUID.randomUUID();
        Flux.range(0, 4)
                .flatMap(click -> companies.found(name, Objects.requireNonNull(owner.id())))
                .blockLast();
        assertThat(text("select count(*)::text from patron.company where name = '" + name + "'"))
                .isEqualTo("1");
    }

    @Test
    void letsAReaderReadAndNothingElse() {
        open();
        String email = UUID.randomUUID() + "@quincaillerie.example";
        owner.post("/mecenes/organisation/invitations", "email", email, "role", "READER")
                .expectStatus()
                .isSeeOther();
        String link = mailed(email, "/invitation/mecene?token=");
        assertThat(visitors.anonymous().page(link)).contains("Rejoindre Quincaillerie du Pont");
        visitors.anonymous()
                .post("/invitation/mecene", "token", link.substring(link.indexOf('=') + 1))
                .expectStatus()
                .isSeeOther();
        visitors.anonymous().get(link).expectStatus().isEqualTo(410);
        Visitor reader = person(email);
        note("Voir le devis", "0").expectStatus().isSeeOther();
        assertThat(reader.page(project)).contains("Voir le devis").doesNotContain("Enregistrer la note");
        reader.post(project + "/note", "note", "Non", "version", "1")
                .expectStatus()
                .isForbidden();
        reader.post(project + "/questions", "question", "Non").expectStatus().isForbidden();
        reader.post(LISTS, "nom", "Non").expectStatus().isForbidden();
        reader.post("/mecenes/organisation/personnes/" + owner.id() + "/fin")
                .expectStatus()
                .isForbidden();

        owner.post("/mecenes/organisation/personnes/" + owner.id() + "/fin")
                .expectStatus()
                .isEqualTo(422);
        erase(ownerMail);
        // whoever only read decides now, so that nothing is left without anybody
        reader.post(project + "/note", "note", "La suite", "version", "1")
                .expectStatus()
                .isSeeOther();
    }

    @Test
    void keepsOneOrganisationsThingsFromAnother() {
        open();
        note("Voir le devis", "0").expectStatus().isSeeOther();
        ask("Combien ?").expectStatus().isSeeOther();
        owner.post(LISTS, "nom", "Les miens").expectStatus().isSeeOther();
        String list =
                text("select id::text from patron.kept_list where name = 'Les miens' order by kept_at desc limit 1");
        Visitor other = person(UUID.randomUUID() + "@autre.example");
        other.post("/mecenes/organisation", "nom", "Autre", "genre", "FOUNDATION")
                .expectStatus()
                .isSeeOther();
        assertThat(other.page(project)).doesNotContain("Voir le devis", "Combien ?");
        other.post("/mecenes/compte/listes/" + list + "/retrait").expectStatus().isSeeOther();
        other.post("/mecenes/organisation/personnes/" + owner.id() + "/fin")
                .expectStatus()
                .isEqualTo(422);
        assertThat(owner.page("/mecenes/compte")).contains("Les miens");
    }

    @Test
    void forgetsAnOrganisationWithItsLastPersonAndThreadsInTime() {
        open();
        ask("Combien ?").expectStatus().isSeeOther();
        clock.pass(Duration.ofDays(800));
        forget(clock.instant());
        assertThat(owner.page(project)).doesNotContain("Combien ?");
        ask("Et maintenant ?").expectStatus().isSeeOther();
        assertThat(remains(ownerMail)).as("it goes with its only person").doesNotContain("patron-questions");
        erase(ownerMail);
        erase(ownerMail);
        assertThat(text("select count(*)::text from patron.company_member where person_id = '" + owner.id() + "'"))
                .isEqualTo("0");
        assertThat(text("select count(*)::text from patron.thread where association_id = '"
                        + association.id().value() + "'"))
                .isEqualTo("0");
    }

    @Test
    void saysThatWordsRemainOnlyWhereTheOrganisationDoes() {
        open();
        ask("Combien ?").expectStatus().isSeeOther();
        visitors.anonymous()
                .post(mailed(presidentMail, "/reponse/"), "question", "Cent")
                .expectStatus()
                .isSeeOther();
        assertThat(remains(ownerMail)).doesNotContain("patron-questions");
        assertThat(remains(presidentMail))
                .as("the organisation stays when the association's person goes")
                .contains("patron-questions");
        Visitor colleague = colleague("DECIDER");
        assertThat(remains(ownerMail)).contains("patron-questions");
        erase(ownerMail);
        assertThat(words()).isEqualTo("2");
        colleague
                .post("/mecenes/organisation/personnes/" + colleague.id() + "/fin")
                .expectStatus()
                .isSeeOther();
        assertThat(words()).isEqualTo("0");
    }

    @Test
    void forgetsLinksToAnswerAfterTheSixtyDaysTheyHold() {
        open();
        ask("Combien ?").expectStatus().isSeeOther();
        String links = "select count(*)::text from patron.thread_key join patron.thread on thread.id = thread_id"
                + " where association_id = '" + association.id().value() + "'";
        Instant sent = clock.instant();
        forget(sent.plus(Duration.ofDays(59)));
        assertThat(text(links)).isNotEqualTo("0");
        forget(sent.plus(Duration.ofDays(61)));
        assertThat(text(links)).isEqualTo("0");
        assertThat(owner.page(project)).contains("Combien ?");
    }

    private void forget(Instant now) {
        retentions.stream()
                .filter(QuestionForgetting.class::isInstance)
                .forEach(retention -> retention.forget(now, 1_000).block());
    }

    private List<String> remains(String email) {
        return holders.stream()
                .map(holder -> holder.remains(new Subject(email)).collectList().block())
                .flatMap(List::stream)
                .map(left -> left.code())
                .toList();
    }

    private String words() {
        return text("select count(*)::text from patron.thread_word join patron.thread on thread.id = thread_id"
                + " where association_id = '" + association.id().value() + "'");
    }

    private Visitor colleague(String role) {
        String email = UUID.randomUUID() + "@quincaillerie.example";
        owner.post("/mecenes/organisation/invitations", "email", email, "role", role)
                .expectStatus()
                .isSeeOther();
        String link = mailed(email, "/invitation/mecene?token=");
        Visitor colleague = person(email);
        colleague
                .post("/invitation/mecene", "token", link.substring(link.indexOf('=') + 1))
                .expectStatus()
                .isSeeOther();
        return colleague;
    }

    private WebTestClient.ResponseSpec invite(String email) {
        return owner.post("/mecenes/organisation/invitations", "email", email, "role", "READER");
    }

    private void forget(String keeper) {
        retentions.stream()
                .filter(retention -> retention.getClass().getSimpleName().startsWith(keeper))
                .forEach(retention -> retention.forget(clock.instant(), 1_000).block());
    }

    private void open() {
        owner.post("/mecenes/organisation", "nom", "Quincaillerie du Pont", "genre", "FIRM", "siren", "")
                .expectStatus()
                .isSeeOther();
    }

    private WebTestClient.ResponseSpec note(String note, String version) {
        return owner.post(project + "/note", "note", note, "version", version);
    }

    private WebTestClient.ResponseSpec ask(String words) {
        return owner.post(project + "/questions", "question", words);
    }

    private List<AwaitedAct> waiting() {
        return acts.awaited(List.of(new AssociationId(association.id().value())), 10)
                .collectList()
                .block();
    }

    private void erase(String email) {
        // the account itself goes last, whatever it belongs to
        holders.stream()
                .filter(holder -> holder.getClass().getPackageName().startsWith("org.tremplin.patron."))
                .forEach(holder -> holder.erase(new Subject(email)).block());
    }

    private Visitor person(String email) {
        return visitors.person(people.welcome(email, "", "fr").block().id());
    }

    /** The path that begins so, in the newest mail to this address that has one. */
    private String mailed(String to, String begin) {
        String mail = database
                .sql("select id::text from notification.mail where recipient = :to order by created_at desc")
                .bind("to", to)
                .map(row -> row.get(0, String.class))
                .all()
                .collectList()
                .block()
                .stream()
                .map(id -> visitors.anonymous().page("/demo/courrier/" + id))
                .filter(page -> page.contains(begin))
                .findFirst()
                .orElseThrow();
        String from = mail.substring(mail.indexOf(begin));
        return from.split("[^A-Za-z0-9/?=_-]", 2)[0];
    }

    private String text(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).map(row -> row.get(0, String.class)).first().block());
    }
}
