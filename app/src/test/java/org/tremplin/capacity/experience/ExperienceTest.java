package org.tremplin.capacity.experience;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.AwaitedAct;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.CampaignId;
import org.tremplin.platform.privacy.Subject;

/** An association returns its experience, somebody reads it, others comment on it, and it can be taken back. */
@TestApplication
@Import(Samples.class)
class ExperienceTest {

    @Autowired
    Visitors visitors;

    @Autowired
    Samples samples;

    @Autowired
    CampaignDesign design;

    @Autowired
    DatabaseClient database;

    @Autowired
    ExperienceActs acts;

    @Autowired
    ExperienceData data;

    @Autowired
    ReadingAlarm alarm;

    @Autowired
    TestClock clock;

    private Association association;
    private Visitor president;
    private Visitor operator;
    private CampaignId campaign;
    private String address;
    private String mark;

    @BeforeEach
    void closeACampaign() {
        association = samples.association("Le Verger Ouvert " + UUID.randomUUID());
        president = samples.president(association);
        operator = visitors.operator();
        campaign = samples.campaign(association, "verger-" + UUID.randomUUID())
                .campaign()
                .id();
        address = "/espace/" + association.slug() + "/c/" + campaign.value() + "/experience";
        mark = "z"
                + Long.toString(UUID.randomUUID().getMostSignificantBits() >>> 1, 26)
                        .replaceAll("\\d", "k");
    }

    @Test
    void asksNothingWhileTheCampaignRuns() {
        assertThat(president.page(address)).contains("pas terminée").doesNotContain("<textarea");
        answer("suite", "envoyer").expectStatus().isEqualTo(422);
        assertThat(rows()).isZero();
    }

    /** Closed by somebody, or past its last day. */
    @Test
    void offersTheQuestionsOnceTheCampaignIsOver() {
        close();
        assertThat(president.page("/espace/" + association.slug() + "/experience"))
                .contains("Un jardin pour tous", "trois questions", address);
        assertThat(president.page("/espace/" + association.slug() + "/campagnes"))
                .contains(address);
        assertThat(Jsoup.parse(president.page(address)).select("textarea")).hasSize(3);
    }

    @Test
    void keepsADraftForTheAssociationAlone() {
        close();
        answer("conseil", "", "suite", "garder").expectStatus().isSeeOther();
        assertThat(president.page(address)).contains(mark);
        assertThat(operator.page("/admin/experiences")).doesNotContain(mark);
        assertThat(answer("aide", "x".repeat(601), "suite", "garder")
                        .expectStatus()
                        .isEqualTo(422)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("600 caractères au plus", "il y en a 601");
        answer("aide", "x".repeat(100_000), "suite", "garder").expectStatus().isEqualTo(422);
    }

    @Test
    void namesEachQuestionThatWaitsForAnAnswer() {
        close();
        Document page = Jsoup.parse(answer("aide", "", "autrement", "", "conseil", "", "suite", "envoyer")
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        assertThat(page.select(".fix a").eachText())
                .hasSize(3)
                .doesNotHaveDuplicates()
                .allSatisfy(line -> assertThat(line).startsWith("«").contains("Répondez aussi à cette question"));
        assertThat(page.select("#e-aide").text()).startsWith("Répondez");
    }

    @Test
    void refusesWhatTellsWhoWritesAndNamesIt() {
        close();
        assertThat(refused("aide", "Le Verger Ouvert a tenu bon"))
                .contains("Verger Ouvert", "nom de votre association");
        assertThat(refused("autrement", "Tout Valmorin nous attendait")).contains("Valmorin", "votre commune");
        assertThat(refused("conseil", "Demandez à Amina Essai")).contains("Amina Essai", "d’un membre");
        president
                .post(
                        "/espace/" + association.slug() + "/partenaires/nouveau",
                        "nom",
                        "Terrazur",
                        "type",
                        "MEDIA",
                        "portee",
                        "LOCAL")
                .expectStatus()
                .isSeeOther();
        assertThat(refused("conseil", "Un article dans Terrazur aide")).contains("Terrazur", "d’un partenaire");
        assertThat(refused("conseil", "Appelez le 06 12 34 56 78")).contains("un numéro de téléphone");
        assertThat(refused("conseil", "")).contains("Répondez aussi");
        assertThat(rows()).isZero();
    }

    @Test
    void isPublicOnceReadAndGoesWhenTakenBack() {
        String sheet = published();
        String page = visitors.anonymous().page(sheet);
        assertThat(page)
                .contains(mark, "anonyme", "relu le", "1 à 9 salariés", "Ce qui serait fait autrement")
                .doesNotContain(
                        association.name(), association.slug(), campaign.value().toString());
        assertThat(visitors.anonymous().page("/en" + sheet)).contains(mark, "anonymous", "lang=\"fr\"");
        assertThat(visitors.anonymous().page("/ressources")).contains(sheet);
        assertThat(visitors.anonymous().page("/ressources?q=" + mark)).contains(sheet);
        assertThat(visitors.anonymous().page("/ressources?q=introuvable" + mark))
                .doesNotContain(sheet);
        assertThat(visitors.anonymous().page("/ressources?sujet=A1&modele=jardin-partage"))
                .contains(sheet);
        assertThat(visitors.anonymous().page("/ressources?sujet=A2")).doesNotContain(sheet);

        president.post(address + "/retrait").expectStatus().isSeeOther();
        visitors.anonymous().get(sheet).expectStatus().isNotFound();
        assertThat(visitors.anonymous().page("/ressources")).doesNotContain(sheet);
        assertThat(president.page(address)).as("its draft stays").contains(mark, "<textarea");
        president.post(address + "/effacement").expectStatus().isSeeOther();
        assertThat(rows()).isZero();
    }

    @Test
    void comesBackWithAReasonToWhoWroteIt() {
        String id = sent();
        decide(id, "geste", "renvoyer").expectStatus().isEqualTo(422);
        decide(id, "geste", "renvoyer", "motif", "La fête du village se reconnaît")
                .expectStatus()
                .isSeeOther();
        assertThat(president.page(address)).contains("La fête du village se reconnaît", mark, "<textarea");
        AwaitedAct act = acts.awaited(List.of(association.id()), 10).blockFirst();
        assertThat(act).satisfies(one -> {
            assertThat(one.kind()).isEqualTo("experience.returned");
            assertThat(one.person()).isEqualTo(president.id());
            assertThat(one.what()).isEqualTo("Un jardin pour tous");
        });
        answer("suite", "envoyer").expectStatus().isSeeOther();
        assertThat(acts.awaited(List.of(association.id()), 10).collectList().block())
                .isEmpty();
        decide(id, "geste", "refuser", "motif", "Hors sujet").expectStatus().isSeeOther();
        assertThat(president.page(address)).contains("Hors sujet").doesNotContain("<textarea");
        decide(id, "geste", "accepter").expectStatus().isEqualTo(422);
        visitors.anonymous().get("/ressources/experiences/" + id).expectStatus().isNotFound();
    }

    @Test
    void showsBothTextsToWhoWritesTheSecond() {
        close();
        String version = version();
        answer("aide", "D’abord les voisins, " + mark, "suite", "garder")
                .expectStatus()
                .isSeeOther();
        String[] mine = {"aide", "D’abord la presse, " + mark, "suite", "garder", "version", version};
        Document late = late(mine);
        assertThat(late.select("[role=alert]").text()).contains("Quelqu’un a changé", "D’abord les voisins");
        assertThat(late.select("#aide").text()).contains("D’abord la presse");
        late(mine);
        String seen = late.select("input[name=forcer]").val();
        answer(Stream.concat(Stream.of(mine), Stream.of("forcer", seen)).toArray(String[]::new))
                .expectStatus()
                .isSeeOther();
        assertThat(president.page(address)).contains("D’abord la presse").doesNotContain("D’abord les voisins");
        answer("aide", "D’abord la presse, " + mark, "suite", "garder", "version", seen)
                .expectStatus()
                .isSeeOther();
    }

    /** Its versions begin anew with it. */
    @Test
    void replacesNothingThatWasBegunAgainAndBringsNothingDeletedBack() {
        close();
        answer("aide", "D’abord les voisins, " + mark, "suite", "garder")
                .expectStatus()
                .isSeeOther();
        String[] old = {"aide", "D’abord la presse, " + mark, "suite", "garder", "version", version(), "fiche", row()};
        president.post(address + "/effacement").expectStatus().isSeeOther();
        Document gone = late(old);
        assertThat(gone.select("[role=alert]").text()).contains("a effacé ce retour");
        assertThat(gone.select("#aide").text()).contains("D’abord la presse");
        assertThat(gone.select("input[name=version]").val()).isEqualTo("0");
        assertThat(rows()).isZero();
        answer("aide", "D’abord l’école, " + mark, "suite", "garder")
                .expectStatus()
                .isSeeOther();
        assertThat(late(old).select("[role=alert]").text()).contains("D’abord l’école");
        assertThat(president.page(address)).contains("D’abord l’école");
    }

    @Test
    void losesNothingTypedWhileAColleagueSends() {
        close();
        String version = version();
        answer("aide", "D’abord les voisins, " + mark, "suite", "envoyer")
                .expectStatus()
                .isSeeOther();
        Document late = late("aide", "D’abord la presse, " + mark, "suite", "garder", "version", version);
        assertThat(late.select("[role=alert]").text()).contains("a envoyé ce retour", "D’abord les voisins");
        assertThat(late.select("button[value=garder]")).isEmpty();
        answer(
                        "aide",
                        "D’abord la presse, " + mark,
                        "suite",
                        "envoyer",
                        "forcer",
                        late.select("input[name=forcer]").val())
                .expectStatus()
                .isSeeOther();
        assertThat(operator.page("/admin/experiences"))
                .contains("D’abord la presse, " + mark)
                .doesNotContain("D’abord les voisins, " + mark);
    }

    @Test
    void givesBackWhatWasTypedOnceItIsPublic() {
        close();
        String version = version();
        answer("suite", "envoyer").expectStatus().isSeeOther();
        String id = text("select id::text from capacity.experience where campaign_id = '" + campaign.value() + "'");
        decide(id, "geste", "accepter").expectStatus().isSeeOther();
        Document late = late("aide", "D’abord la presse, " + mark, "suite", "envoyer", "version", version);
        assertThat(late.text()).contains("ne s’écrit plus ici", "D’abord la presse, " + mark, "Dix promesses");
        assertThat(late.select("textarea")).isEmpty();
        late("aide", "D’abord la presse, " + mark, "suite", "envoyer", "forcer", "3");
        assertThat(visitors.anonymous().page("/ressources/experiences/" + id)).doesNotContain("D’abord la presse");
    }

    /** Twenty-four on a page, whatever is looked for; none twice, none left out. */
    @Test
    void leadsFromTheLatestToTheOldest() {
        for (int one = 0; one < 50; one++) {
            bring(SheetsFile.write(
                            List.of(new SheetsFile.Sheet(
                                    "fr",
                                    "2026-09",
                                    "Ailleurs " + mark + " " + one,
                                    "Rien",
                                    "Osez",
                                    List.of("A1"),
                                    "",
                                    "",
                                    "")),
                            Instant.EPOCH))
                    .expectStatus()
                    .isSeeOther();
        }
        database.sql("update capacity.experience set state = 'PUBLISHED', decided_at = '2020-11-20T10:00:00.123456Z'"
                        + " where search like '%" + mark + "%'")
                .then()
                .block();
        Set<String> seen = new HashSet<>();
        String address = "/ressources?q=" + mark;
        for (int page : List.of(24, 24, 2)) {
            Document list = Jsoup.parse(visitors.anonymous().page(address));
            assertThat(list.select("#experiences li").eachText()).hasSize(page);
            seen.addAll(list.select("#experiences li a").eachAttr("href"));
            address = list.select("a[rel=next]").attr("href");
        }
        assertThat(seen).hasSize(50);
        assertThat(address).isEmpty();
        assertThat(visitors.anonymous().page("/ressources?avant=0~" + UUID.randomUUID()))
                .contains("pas de retour plus ancien", "Les plus récents");
        assertThat(visitors.anonymous().page("/ressources?avant=hier")).contains("12 fiches");
        assertThat(visitors.anonymous().page("/ressources?avant=9999999999999999~" + UUID.randomUUID()))
                .as("the year 2286")
                .contains("Ce que d’autres ont appris");
    }

    /** From the day after its end: later nobody remembers well enough. */
    @Test
    void asksTheQuestionsForTwoMonths() {
        close();
        assertThat(waiting()).isEmpty();
        clock.pass(Duration.ofDays(1));
        assertThat(waiting()).containsExactly("experience.asked /c/" + campaign.value() + "/experience");
        assertThat(president.page("/espace/" + association.slug()))
                .contains("Répondre à trois questions sur une campagne finie", address);
        clock.pass(Duration.ofDays(59));
        assertThat(waiting()).hasSize(1);
        clock.pass(Duration.ofDays(1));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void asksNobodyAgainWhoAnswered() {
        sent();
        clock.pass(Duration.ofDays(1));
        assertThat(waiting()).isEmpty();
        president.post(address + "/retrait").expectStatus().isSeeOther();
        assertThat(waiting()).as("taken back is a choice as well").isEmpty();
    }

    @Test
    void keepsANotNowAndTheQuestions() {
        close();
        decline("aide", "Les voisins, " + mark).expectStatus().isSeeOther();
        clock.pass(Duration.ofDays(1));
        assertThat(waiting()).isEmpty();
        assertThat(president.page("/espace/" + association.slug() + "/experience"))
                .contains("pas maintenant");
        assertThat(president.page(address))
                .contains("rien ne vous le rappellera", mark, "<textarea")
                .doesNotContain("/pas-maintenant");
        answer("suite", "envoyer").expectStatus().isSeeOther();
        decline("aide", "Trop tard, " + mark).expectStatus().isEqualTo(409);
        assertThat(president.page(address)).as("too late to say so").contains("En attente de relecture");
    }

    @Test
    void remindsNobodyOfADeclinedSheetThatIsKeptForLater() {
        close();
        decline("aide", "Les voisins, " + mark).expectStatus().isSeeOther();
        answer("aide", "La presse, " + mark, "suite", "garder").expectStatus().isSeeOther();
        clock.pass(Duration.ofDays(1));
        assertThat(waiting()).isEmpty();
        assertThat(president.page(address))
                .contains("rien ne vous le rappellera", "La presse, " + mark)
                .doesNotContain("/pas-maintenant");
        answer("suite", "envoyer").expectStatus().isSeeOther();
        assertThat(president.page(address)).contains("En attente de relecture");
    }

    @Test
    void declinesWithoutAWordAndNotWhileTheCampaignRuns() {
        president.post(address + "/pas-maintenant").expectStatus().isEqualTo(422);
        assertThat(rows()).isZero();
        close();
        president.post(address + "/pas-maintenant").expectStatus().isSeeOther();
        president.post(address + "/pas-maintenant").expectStatus().isSeeOther();
        assertThat(text("select state from capacity.experience where campaign_id = '" + campaign.value() + "'"))
                .isEqualTo("DECLINED");
        assertThat(operator.page("/admin/experiences")).doesNotContain(association.name());
    }

    /** One alarm, and so one mail, however much waits. */
    @Test
    void tellsWhoRunsTheInstanceUntilNothingWaits() {
        String id = sent();
        alarm.tell().block();
        alarm.tell().block();
        assertThat(visitors.operator().page("/admin")).contains("Un texte d’association attend d’être relu");
        database.sql("update capacity.experience set state = 'DRAFT' where state = 'SENT' and id <> '" + id + "'")
                .then()
                .block();
        decide(id, "geste", "accepter").expectStatus().isSeeOther();
        alarm.tell().block();
        assertThat(
                        text(
                                "select count(*)::text from platform.alarm where kind = 'experience.waiting' and closed_at is null"))
                .isEqualTo("0");
    }

    /** Taken back, written anew and sent again while the page of who reads is open. */
    @Test
    void makesNothingPublicThatNobodyRead() {
        String id = sent();
        String read = seen(id);
        president.post(address + "/retrait").expectStatus().isSeeOther();
        answer("aide", "Tout autre chose, " + mark, "suite", "envoyer")
                .expectStatus()
                .isSeeOther();
        assertThat(operator.post("/admin/experiences/" + id, "version", read, "geste", "accepter")
                        .expectStatus()
                        .isEqualTo(422)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("Le texte a changé", "Tout autre chose, " + mark);
        visitors.anonymous().get("/ressources/experiences/" + id).expectStatus().isNotFound();
        decide(id, "geste", "accepter").expectStatus().isSeeOther();
        visitors.anonymous().get("/ressources/experiences/" + id).expectStatus().isOk();
    }

    @Test
    void notesEveryActInTheLog() {
        published();
        president.post(address + "/retrait").expectStatus().isSeeOther();
        assertThat(text("select string_agg(act, ' ' order by id) from platform.audit where act like 'capacity.exp%'"
                        + " and association_id = '" + association.id().value() + "'"))
                .isEqualTo("capacity.experience-sent capacity.experience-accepted capacity.experience-withdrawn");
    }

    @Test
    void letsAnotherAssociationCommentByItsName() {
        String sheet = published();
        Association other = samples.association("Les Voisins " + UUID.randomUUID());
        Visitor neighbour = samples.president(other);
        String form =
                location(neighbour.get(sheet + "/commenter").expectStatus().isSeeOther());
        assertThat(neighbour.page(form)).contains(mark, other.name());
        String id = sheet.substring(sheet.lastIndexOf('/') + 1);
        String post = "/espace/" + other.slug() + "/experience/commentaire";
        neighbour.post(post, "fiche", id, "mots", "De même ici").expectStatus().isEqualTo(422);
        neighbour
                .post(post, "fiche", id, "mots", "De même ici, " + mark, "accord", "oui")
                .expectStatus()
                .isSeeOther();
        assertThat(visitors.anonymous().page(sheet)).doesNotContain("De même ici");
        String comment = text("select id::text from capacity.experience_comment where experience_id = '" + id + "'");
        assertThat(operator.page("/admin/experiences")).contains("De même ici", other.name());
        decide("commentaires/" + comment, "geste", "accepter").expectStatus().isSeeOther();
        assertThat(visitors.anonymous().page(sheet)).contains("De même ici", other.name(), "/a/" + other.slug());
        assertThat(neighbour.page("/espace/" + other.slug() + "/experience")).contains("De même ici", "public");
        neighbour.post(post + "/retrait", "fiche", id).expectStatus().isSeeOther();
        assertThat(visitors.anonymous().page(sheet)).doesNotContain("De même ici");
    }

    @Test
    void keepsACommentThatComesTooLateToBeCopied() {
        String sheet = published();
        String id = sheet.substring(sheet.lastIndexOf('/') + 1);
        Association other = samples.association("Les Voisins " + UUID.randomUUID());
        Visitor neighbour = samples.president(other);
        String post = "/espace/" + other.slug() + "/experience/commentaire";
        neighbour
                .post(post, "fiche", id, "mots", "De même ici", "accord", "oui")
                .expectStatus()
                .isSeeOther();
        neighbour
                .post(post, "fiche", id, "mots", "De même ici", "accord", "oui")
                .expectStatus()
                .isSeeOther();
        assertThat(conflict(neighbour.post(post, "fiche", id, "mots", "Pas du tout ici", "accord", "oui")))
                .contains("De même ici", "Pas du tout ici");
        String comment = text("select id::text from capacity.experience_comment where experience_id = '" + id + "'");
        decide("commentaires/" + comment, "geste", "renvoyer", "motif", "Plus court");
        assertThat(conflict(neighbour.post(post, "fiche", id, "mots", "Ici aussi", "accord", "oui", "version", "1")))
                .contains("De même ici", "Ici aussi");
        president.post(address + "/retrait").expectStatus().isSeeOther();
        assertThat(conflict(neighbour.post(post, "fiche", id, "mots", "Ici aussi", "accord", "oui")))
                .contains("n’est plus public", "Ici aussi");
        neighbour.post(post, "fiche", id).expectStatus().isNotFound();
    }

    @Test
    void showsWhoReadsAllThatWillBePublicAndKeepsTheReason() {
        String id = sent();
        assertThat(operator.page("/admin/experiences")).contains("1 à 9 salariés", "Sujets qui paraîtront");
        String reason = "On vous reconnaît. ".repeat(30);
        assertThat(decide(id, "geste", "refuser", "motif", reason)
                        .expectStatus()
                        .isEqualTo(422)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains(reason.strip() + "</textarea>");
        assertThat(operator.post("/admin/experiences/" + id, "geste", "refuser", "motif", "Hors sujet", "version", "1")
                        .expectStatus()
                        .isEqualTo(422)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("rien n’a été décidé", "Hors sujet");
    }

    private static String conflict(WebTestClient.ResponseSpec answer) {
        return answer.expectStatus()
                .isEqualTo(409)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    /** It would tell who wrote it. */
    @Test
    void letsNobodyCommentTheirOwn() {
        String sheet = published();
        String id = sheet.substring(sheet.lastIndexOf('/') + 1);
        String post = "/espace/" + association.slug() + "/experience/commentaire";
        assertThat(president.page(post + "?fiche=" + id))
                .contains("dirait qui l’a écrit")
                .doesNotContain("<textarea");
        president.post(post, "fiche", id, "mots", "Bien dit", "accord", "oui");
        assertThat(text("select count(*)::text from capacity.experience_comment where experience_id = '" + id + "'"))
                .isEqualTo("0");
    }

    @Test
    void carriesSheetsToAnotherInstanceWithoutDoubles() {
        published();
        byte[] file = operator.web()
                .get()
                .uri("/admin/experiences/fichier")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        String json = new String(file, StandardCharsets.UTF_8);
        assertThat(json)
                .contains(mark, "\"jardin-partage\"", "\"few\"")
                .doesNotContain(
                        association.id().value().toString(), campaign.value().toString(), association.slug());
        assertThat(location(bring(file))).contains("ajoutees=0");

        // as from elsewhere
        byte[] foreign = SheetsFile.write(
                List.of(new SheetsFile.Sheet(
                        "fr", "2026-09", "Ailleurs " + mark, "Rien", "Osez", List.of("A1"), "inconnu", "", "")),
                Instant.EPOCH);
        assertThat(location(bring(foreign))).contains("ajoutees=1&connues=0");
        assertThat(location(bring(foreign))).as("again").contains("ajoutees=0&connues=1");
        String id = text("select id::text from capacity.experience where helped = 'Ailleurs " + mark + "'");
        assertThat(operator.page("/admin/experiences")).contains("Ailleurs " + mark, "Venu d’une autre instance");
        decide(id, "geste", "renvoyer", "motif", "À qui ?");
        assertThat(text("select state from capacity.experience where id = '" + id + "'"))
                .as("there is nobody to send it back to")
                .isEqualTo("SENT");
        decide(id, "geste", "accepter").expectStatus().isSeeOther();
        assertThat(visitors.anonymous().page("/ressources/experiences/" + id)).contains("venu d’une autre instance");
        assertThat(bring("{}".getBytes(StandardCharsets.UTF_8))
                        .expectStatus()
                        .isEqualTo(422)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("pas un fichier de retours");

        president.post(address + "/retrait").expectStatus().isSeeOther();
        decline().expectStatus().isSeeOther();
        assertThat(location(bring(file)))
                .as("a draft of which nobody knows is not here")
                .contains("ajoutees=1");
    }

    @Test
    void forgetsWhoWroteAndWhatNobodyTookUpAgain() {
        published();
        String email = text("select email from identity.person where id = '" + president.id() + "'");
        assertThat(data.copy(new Subject(email)).block().toString()).contains(mark);
        data.erase(new Subject(email)).block();
        assertThat(data.copy(new Subject(email)).block()).isNull();
        assertThat(rows()).as("the text names nobody").isOne();
        president.post(address + "/retrait").expectStatus().isSeeOther();
        clock.pass(Duration.ofDays(370));
        data.forget(clock.instant(), 1_000).block();
        assertThat(rows()).as("a draft goes after a year").isZero();
    }

    /** A sheet that nobody reads, one of another instance that was refused, and what was said of one taken down. */
    @Test
    void forgetsWhatWasNotShownAfterAYear() {
        sent();
        byte[] foreign = SheetsFile.write(
                List.of(new SheetsFile.Sheet(
                        "fr", "2026-09", "Ailleurs " + mark, "Rien", "Osez", List.of("A1"), "inconnu", "", "")),
                Instant.EPOCH);
        bring(foreign).expectStatus().isSeeOther();
        String brought = "select id::text from capacity.experience where helped = 'Ailleurs " + mark + "'";
        decide(text(brought), "geste", "refuser", "motif", "Hors sujet")
                .expectStatus()
                .isSeeOther();
        clock.pass(Duration.ofDays(300));
        data.forget(clock.instant(), 1_000).block();
        assertThat(rows()).isOne();
        assertThat(text(brought)).isNotNull();
        clock.pass(Duration.ofDays(70));
        data.forget(clock.instant(), 1_000).block();
        assertThat(rows()).isZero();
        assertThat(text("select count(*)::text from capacity.experience where helped = 'Ailleurs " + mark + "'"))
                .isEqualTo("0");
    }

    @Test
    void takesACommentDownWithItsSheet() {
        String sheet = published();
        String id = sheet.substring(sheet.lastIndexOf('/') + 1);
        Association other = samples.association("Les Voisins " + UUID.randomUUID());
        samples.president(other)
                .post(
                        "/espace/" + other.slug() + "/experience/commentaire",
                        "fiche",
                        id,
                        "mots",
                        "De même ici",
                        "accord",
                        "oui")
                .expectStatus()
                .isSeeOther();
        decide(id, "geste", "refuser", "motif", "On vous reconnaît")
                .expectStatus()
                .isSeeOther();
        assertThat(text("select count(*)::text from capacity.experience_comment where experience_id = '" + id + "'"))
                .isEqualTo("0");
    }

    private List<String> waiting() {
        return acts.awaited(List.of(association.id()), 10)
                .map(act -> act.kind() + " " + act.below())
                .collectList()
                .block();
    }

    private void close() {
        design.close(association.id(), campaign).block();
    }

    private WebTestClient.ResponseSpec decide(String id, String... fields) {
        return operator.post(
                "/admin/experiences/" + id,
                Stream.concat(Stream.of("version", seen(id)), Stream.of(fields)).toArray(String[]::new));
    }

    /** The version that the page of who reads holds; empty when it does not wait. */
    private String seen(String id) {
        return Jsoup.parse(operator.page("/admin/experiences"))
                .select("form[action=/admin/experiences/" + id + "] input[name=version]")
                .val();
    }

    private String published() {
        String id = sent();
        assertThat(operator.page("/admin/experiences")).contains(mark, association.name());
        decide(id, "geste", "accepter").expectStatus().isSeeOther();
        return "/ressources/experiences/" + id;
    }

    private String sent() {
        close();
        answer("suite", "envoyer").expectStatus().isSeeOther();
        assertThat(president.page(address)).contains("En attente de relecture");
        return text("select id::text from capacity.experience where campaign_id = '" + campaign.value() + "'");
    }

    private String refused(String field, String words) {
        return Jsoup.parse(answer(field, words, "suite", "envoyer")
                        .expectStatus()
                        .isEqualTo(422)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .select("#e-" + field)
                .text();
    }

    private WebTestClient.ResponseSpec answer(String... changed) {
        return post(address, changed);
    }

    private WebTestClient.ResponseSpec decline(String... changed) {
        return post(address + "/pas-maintenant", changed);
    }

    /** Good answers, but for these fields. */
    private WebTestClient.ResponseSpec post(String to, String... changed) {
        var fields = new org.springframework.util.LinkedMultiValueMap<String, String>();
        List.of(
                        List.of("aide", "Dix promesses avant d’ouvrir, " + mark),
                        List.of("autrement", "Commencer un mois plus tôt"),
                        List.of("conseil", "Écrivez à la main aux dix premiers"),
                        List.of("sujet1", "A1"),
                        List.of("modele", "jardin-partage"),
                        List.of("taille", "FEW"),
                        List.of("langue", "fr"))
                .forEach(field -> fields.set(field.get(0), field.get(1)));
        for (int at = 0; at < changed.length; at += 2) {
            fields.set(changed[at], changed[at + 1]);
        }
        if (!fields.containsKey("version")) {
            fields.set("version", version());
        }
        if (!fields.containsKey("fiche")) {
            fields.set("fiche", row());
        }
        return president.post(to, fields);
    }

    /** Empty before the first word. */
    private String row() {
        return text("select coalesce(min(id::text), '') from capacity.experience where campaign_id = '"
                + campaign.value() + "'");
    }

    /** The one that an open form would hold. */
    private String version() {
        return Jsoup.parse(president.page(address))
                .select("form[action=" + address + "] input[name=version]")
                .val();
    }

    private Document late(String... fields) {
        return Jsoup.parse(answer(fields)
                .expectStatus()
                .isEqualTo(409)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private WebTestClient.ResponseSpec bring(byte[] file) {
        MultipartBodyBuilder parts = new MultipartBodyBuilder();
        parts.part("_csrf", Visitor.csrfField());
        parts.part("fichier", file).filename("fiches.json").contentType(MediaType.APPLICATION_JSON);
        return operator.web()
                .post()
                .uri("/admin/experiences/fichier")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .bodyValue(parts.build())
                .exchange();
    }

    private static String location(WebTestClient.ResponseSpec answer) {
        return String.valueOf(
                answer.returnResult(String.class).getResponseHeaders().getLocation());
    }

    private long rows() {
        return Long.parseLong(text("select count(*)::text from capacity.experience where association_id = '"
                + association.id().value() + "'"));
    }

    private String text(String sql) {
        return database.sql(sql).map(row -> row.get(0, String.class)).one().block();
    }
}
