package org.tremplin.transparency.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.tremplin.AtOnce;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.Founding;
import org.tremplin.association.Role;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.identity.People;
import org.tremplin.platform.event.Pump;

/** The pages of expenses without JavaScript: entering, sharing, approving, refusing, correcting. */
@TestApplication
@Import(Samples.class)
class ExpensePagesTest {

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
    Pump pump;

    @Autowired
    TestClock clock;

    private Association association;
    private PublishedCampaign campaign;
    private Visitor treasurer;
    private Visitor president;
    private String all;
    private String today;

    @BeforeEach
    void campaign() {
        String once = UUID.randomUUID().toString().substring(24);
        association = samples.association("Jardins " + once);
        campaign = samples.campaign(association, "jardin-" + once);
        treasurer = person("Samia Essai", "TREASURER");
        president = person("Yann Essai", "PRESIDENT");
        all = "/espace/" + association.slug() + "/depenses";
        today = LocalDate.ofInstant(clock.instant(), association.zone()).toString();
    }

    @Test
    void isEnteredByOneAndApprovedByAnother() {
        String expense = enter(treasurer, "184,20", 0, "raison", "avance sur les dons");
        assertThat(treasurer.page(expense + "?fait=envoi"))
                .contains("Une autre personne va décider", "Personne n’approuve sa propre dépense")
                // the demonstration lets a visitor try, and be refused
                .contains("Approuver ma propre dépense")
                .doesNotContain("C’est à vous de décider");
        assertThat(president.page(all)).contains("À approuver", "Scierie du Val");
        assertThat(president.page(expense))
                .contains("C’est à vous de décider", "Samia Essai", "184,20", "/approbation\"");

        assertThat(moved(president.post(expense + "/approbation", "version", "1")))
                .isEqualTo(expense + "?fait=approuve");

        assertThat(president.page(expense)).contains("Approuvée par Yann Essai", "Payée");
        assertThat(spent()).isEqualTo(18_420);
        assertThat(visitors.member(association.slug(), "READER")
                        .get(all)
                        .expectBody()
                        .returnResult()
                        .getStatus()
                        .is4xxClientError())
                .isTrue();
    }

    @Test
    void takesOneOfTwoApprovalsAtOnceAndTellsTheOther() {
        String expense = enter(treasurer, "20", 0, "raison", "avance");
        Visitor second = person("Lou Essai", "PRESIDENT");
        assertThat(AtOnce.both(() -> approved(president, expense), () -> approved(second, expense)))
                .containsExactlyInAnyOrder(303, 409);
        pump.drain().block();
        assertThat(spent()).isEqualTo(2_000);
        assertThat(count("select count(*) from transparency.leaf where campaign = :campaign and purpose = 'approved'"))
                .isEqualTo(1);
    }

    private static int approved(Visitor approver, String expense) {
        return approver.post(expense + "/approbation", "version", "1")
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    @Test
    void refusesOwnApprovalAndTheSecondApproverWithAClearSentence() {
        String expense = enter(treasurer, "20", 0, "raison", "avance");
        assertThat(body(treasurer.post(expense + "/approbation", "version", "1"), 403))
                .containsPattern("<title>Erreur\\h: ")
                .contains("Personne n’approuve sa propre dépense");
        assertThat(spent()).isZero();
        president.post(expense + "/approbation", "version", "1").expectStatus().isSeeOther();
        Visitor second = person("Lou Essai", "PRESIDENT");
        assertThat(body(second.post(expense + "/approbation", "version", "1"), 409))
                .contains("Yann Essai a déjà décidé");
        assertThat(spent()).isEqualTo(2_000);
    }

    @Test
    void asksAReasonForMoreThanIsLeftAndThenAllowsIt() {
        String page = body(treasurer.post(all + "/nouvelle", fields("184,20", 0)), 422);
        assertThat(page).contains("il reste 0,00", "C’est permis", "Scierie du Val", "name=\"raison\"");
        String expense = enter(treasurer, "184,20", 0, "raison", "livraison");
        assertThat(president.page(expense)).contains("livraison");
    }

    @Test
    void sharesAnInvoiceOverSeveralLinesToTheCent() {
        MultiValueMap<String, String> fields = fields("100", 0);
        fields.set("ligne", "plusieurs");
        assertThat(body(treasurer.post(all + "/nouvelle", fields), 200))
                .contains("part-ligne-2", "Les parts, au centime près");
        fields.add("raison", "avance");
        fields.add("part-ligne-0", place(0));
        fields.add("part-montant-0", "60,01");
        fields.add("part-ligne-1", place(1));
        fields.add("part-montant-1", "39,98");
        assertThat(body(treasurer.post(all + "/nouvelle", fields), 422)).contains("Les parts font 99,99");
        fields.set("part-montant-1", "39,99");
        String expense = expense(treasurer.post(all + "/nouvelle", fields));
        president.post(expense + "/approbation", "version", "1").expectStatus().isSeeOther();
        assertThat(texts("select account || ' ' || crod || ' ' || cents from ledger.entry"
                        + " where campaign_id = :campaign and account like '6%' order by cents"))
                .containsExactly("6063 C1.1.a 3999", "6063 C1.1.a 6001");
    }

    @Test
    void saysWhatIsMissingWhereAnInvoiceIsSharedOverNoLine() {
        MultiValueMap<String, String> fields = fields("100", 0);
        fields.set("ligne", "plusieurs");
        fields.add("parts", "1");
        fields.add("part-ligne-0", "");
        fields.add("part-montant-0", "");
        assertThat(body(treasurer.post(all + "/nouvelle", fields), 422))
                .contains("Choisissez une ligne", "id=\"e-part-ligne-0\"");
    }

    @Test
    void groupsAccountsByWhatTheyAreFor() {
        assertThat(treasurer.page(all + "/nouvelle"))
                .contains("<optgroup label=\"Achats\">", "<optgroup label=\"Salaires et charges\">")
                .contains("Salaires (641)")
                .doesNotContain("??");
    }

    @Test
    void takesAPublicTextAwayAndKeepsTheFact() {
        String expense = enter(treasurer, "40", 0, "raison", "avance", "montrer", "on");
        president.post(expense + "/approbation", "version", "1").expectStatus().isSeeOther();
        pump.drain().block();
        long leaves = count("select count(*) from transparency.leaf where campaign = :campaign");
        assertThat(body(president.post(expense + "/retrait", "retrait", ""), 422))
                .contains("Cochez ce qu’il faut retirer", "Dites pourquoi");
        assertThat(moved(president.post(expense + "/retrait", "fournisseur", "on", "retrait", "un nom de personne")))
                .endsWith("?fait=retrait");
        assertThat(
                        texts(
                                "select name from transparency.commitment_text where campaign = :campaign and name <> 'reason'"))
                .containsExactly("purpose");
        president.post(expense + "/retrait", "texte", "on", "retrait", "un nom de personne");
        String open = "/c/" + campaign.campaign().slug();
        assertThat(visitors.anonymous().page(open + "/fonds"))
                .contains("texte retiré", "un nom de personne", "40,00")
                .doesNotContain("Scierie du Val", "Les planches des bacs", "avance");
        assertThat(visitors.anonymous().page(open + "/journal"))
                .contains("retiré", "un nom de personne")
                .doesNotContain("Scierie du Val", "Les planches des bacs");
        assertThat(count("select count(*) from transparency.leaf where campaign = :campaign"))
                .isEqualTo(leaves + 2);
        assertThat(spent()).isEqualTo(4_000);
        assertThat(count("select count(*) from platform.audit where act = 'expense.text-withdrawn' and object = '"
                        + expense.substring(expense.lastIndexOf('/') + 1) + "' and :campaign = :campaign"))
                .isEqualTo(2);
    }

    @Test
    void proposesTheAccountAndTheDestinationOfTheLine() {
        String expense = enter(treasurer, "46", 2, "raison", "affiches");
        assertThat(president.page(expense)).contains("623 Publicité, imprimés", "Frais d’appel aux dons");
        MultiValueMap<String, String> fields = fields("46", 0);
        fields.add("compte", "512");
        fields.add("destination", "P1");
        fields.add("engagement", UUID.randomUUID().toString());
        fields.add("raison", "avance");
        assertThat(body(treasurer.post(all + "/nouvelle", fields), 422)).contains("Choisissez dans la liste");
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsWrong() {
        MultiValueMap<String, String> fields = fields("beaucoup", 0);
        fields.set("date", "2031-01-01");
        fields.set("quoi", "");
        fields.set("ligne", UUID.randomUUID() + "/" + UUID.randomUUID());
        assertThat(body(treasurer.post(all + "/nouvelle", fields), 422))
                .contains("beaucoup", "Un montant en euros", "Une date passée", "Une phrase", "Choisissez une ligne");
    }

    @Test
    void refusesWithAReasonAndSendsBackWithAQuestion() {
        String refused = enter(treasurer, "38", 0, "raison", "repas");
        assertThat(body(president.post(refused + "/refus", "version", "1", "refus", ""), 422))
                .contains("Dites pourquoi");
        assertThat(moved(president.post(refused + "/refus", "version", "1", "refus", "hors budget")))
                .endsWith("?fait=refus");
        assertThat(treasurer.page(refused)).contains("Refusée par Yann Essai", "hors budget");

        String asked = enter(treasurer, "40", 0, "raison", "avance");
        president
                .post(asked + "/question", "version", "1", "question", "Quel devis ?")
                .expectStatus()
                .isSeeOther();
        assertThat(treasurer.page(asked + "/saisie")).contains("Quel devis ?", "Votre brouillon");
        MultiValueMap<String, String> fields = fields("41", 0);
        fields.add("raison", "avance");
        fields.add("version", "1");
        assertThat(moved(treasurer.post(asked + "/saisie", fields))).endsWith("?fait=envoi");
        assertThat(body(president.post(asked + "/approbation", "version", "1"), 409))
                .contains("Elle a changé");
        president.post(asked + "/approbation", "version", "2").expectStatus().isSeeOther();
        assertThat(spent()).isEqualTo(4_100);
    }

    @Test
    void correctsAnApprovedExpenseInPublicOnly() {
        String expense = enter(treasurer, "40", 0, "raison", "avance");
        president.post(expense + "/approbation", "version", "1").expectStatus().isSeeOther();
        assertThat(moved(treasurer.get(expense + "/saisie"))).isEqualTo(expense);
        assertThat(moved(treasurer.post(expense + "/saisie", fields("1", 0)))).endsWith("?fait=tard");
        assertThat(spent()).isEqualTo(4_000);

        MultiValueMap<String, String> fields = fields("35", 1);
        assertThat(body(treasurer.post(expense + "/correction", fields), 422)).contains("la raison sera publique");
        fields.add("motif", "remise du magasin");
        fields.add("raison", "avance");
        String correction = expense(treasurer.post(expense + "/correction", fields));
        assertThat(president.page(correction)).contains("remise du magasin", "la dépense de 40,00");
        president
                .post(correction + "/approbation", "version", "1")
                .expectStatus()
                .isSeeOther();
        assertThat(spent()).isEqualTo(3_500);

        assertThat(moved(president.post(correction + "/annulation", "motif", "jamais livré")))
                .endsWith("?fait=motif");
        String reversal = all + "/"
                + texts("select id::text from transparency.expense where state = 'SUBMITTED' and association_id = '"
                                + association.id().value() + "' and :campaign = :campaign")
                        .get(0);
        assertThat(treasurer.page(reversal)).contains("Annulation d’une dépense", "jamais livré", "35,00");
        treasurer.post(reversal + "/approbation", "version", "1").expectStatus().isSeeOther();
        assertThat(spent()).isZero();
        assertThat(president.page(correction)).contains("Annulée");
    }

    @Test
    void setsAQuoteAsideUntilItsInvoiceComes() {
        MultiValueMap<String, String> quote = fields("50", 0);
        quote.add("raison", "avance");
        String commitment = expense(treasurer.post(all + "/nouvelle?type=engagement", quote));
        president
                .post(commitment + "/approbation", "version", "1")
                .expectStatus()
                .isSeeOther();
        assertThat(president.page(commitment)).contains("Engagé");
        assertThat(treasurer.page(all + "/nouvelle")).contains("Elle suit un devis", "reste −50");
        String invoice = enter(
                treasurer,
                "48",
                0,
                "raison",
                "avance",
                "engagement",
                commitment.substring(commitment.lastIndexOf('/') + 1),
                "solde",
                "on");
        president.post(invoice + "/approbation", "version", "1").expectStatus().isSeeOther();
        assertThat(president.page(invoice)).contains("Plus rien n’est dû");
        assertThat(treasurer.page(all + "/nouvelle"))
                .doesNotContain("Elle suit un devis")
                .contains("reste −48");
    }

    @Test
    void putsADraftByAndDeletesIt() {
        MultiValueMap<String, String> fields = fields("40", 0);
        fields.add("raison", "avance");
        fields.add("plus-tard", "1");
        fields.add("paye", "plus-tard");
        String draft = expense(treasurer.post(all + "/nouvelle", fields));
        assertThat(treasurer.page(draft)).contains("Brouillon", "Pas encore payée");
        assertThat(moved(president.post(draft + "/envoi").expectStatus().isEqualTo(409)))
                .isEmpty();
        assertThat(moved(treasurer.post(draft + "/suppression"))).isEqualTo(all + "?fait=supprime");
        treasurer.get(draft).expectStatus().isNotFound();
    }

    @Test
    void followsOtherResourcesAsDatedFacts() {
        Plan plan = samples.plan("Avec le département");
        Plan.Resource department = new Plan.Resource(
                UUID.randomUUID(), "Département", 40_000, Plan.ResourceState.ASKED, LocalDate.of(2026, 9, 1));
        List<Plan.BudgetLine> lines = plan.lines().stream()
                .map(line -> line.collectionCosts() || !line.indispensable()
                        ? line
                        : Samples.costing(line, line.plannedCents() + 40_000, line.askedCents()))
                .toList();
        String slug = "aide-" + UUID.randomUUID();
        samples.publish(
                association.id(), slug, plan.budgeted(lines, List.of(department), plan.belowGoal(), plan.aboveGoal()));
        String page = all + "/ressources";
        assertThat(treasurer.page(page)).contains("Département", "Demandé le 1er\u00A0septembre 2026");
        String id = department.id().toString();
        treasurer
                .post(page, "ressource", id, "etat", "RECEIVED", "montant", "390", "date", "2026-11-02")
                .expectStatus()
                .isSeeOther();
        assertThat(treasurer.page(page)).contains("Reçu le 2\u00A0novembre 2026", "prévu 400");
        assertThat(treasurer.page("/c/" + slug + "/journal"))
                .as("who moved a public figure alone, and when")
                .contains("Autre ressource, déclarée\u00A0: Département", "390,00", "Trésorerie", "Reçu");
        assertThat(body(
                        treasurer.post(page, "ressource", id, "etat", "GONE", "montant", "x", "date", "2031-01-01"),
                        422))
                .contains("Choisissez dans la liste", "Un montant en euros", "Une date passée");
        treasurer
                .post(page, "ressource", UUID.randomUUID().toString(), "etat", "RECEIVED")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void isShownInEnglish() {
        String expense = enter(treasurer, "40", 0, "raison", "advance");
        Visitor english = person("Kim Essai", "PRESIDENT");
        english.post("/compte", "nom", "Kim", "langue", "en", "rappels", "jour");
        assertThat(english.page("/en" + expense)).contains("It is for you to decide", "Approve");
    }

    private String enter(Visitor author, String amount, int line, String... more) {
        MultiValueMap<String, String> fields = fields(amount, line);
        for (int at = 0; at < more.length; at += 2) {
            fields.add(more[at], more[at + 1]);
        }
        return expense(author.post(all + "/nouvelle", fields));
    }

    private MultiValueMap<String, String> fields(String amount, int line) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("montant", amount);
        fields.add("date", today);
        fields.add("qui", "Scierie du Val");
        fields.add("quoi", "Les planches des bacs");
        fields.add("ligne", place(line));
        return fields;
    }

    private String place(int line) {
        return campaign.campaign().id().value() + "/"
                + campaign.plan().lines().get(line).id();
    }

    private static String expense(WebTestClient.ResponseSpec answer) {
        String address = moved(answer);
        assertThat(address).contains("?");
        return address.substring(0, address.indexOf('?'));
    }

    private static String moved(WebTestClient.ResponseSpec answer) {
        URI location = answer.returnResult(Void.class).getResponseHeaders().getLocation();
        return location == null ? "" : location.toString();
    }

    private static String body(WebTestClient.ResponseSpec answer, int status) {
        return answer.expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private Visitor person(String name, String role) {
        UUID id = people.welcome(UUID.randomUUID() + "@essai.example", name, "fr")
                .block()
                .id();
        founding.join(association.id(), id, Role.valueOf(role), null).block();
        return visitors.person(id);
    }

    private long count(String sql) {
        return database.sql(sql)
                .bind("campaign", campaign.campaign().id().value())
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }

    private long spent() {
        return database.sql("""
                select coalesce(sum(cents), 0)::bigint from ledger.entry
                where campaign_id = :campaign and account like '6%'
                """)
                .bind("campaign", campaign.campaign().id().value())
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }

    private List<String> texts(String sql) {
        return database.sql(sql)
                .bind("campaign", campaign.campaign().id().value())
                .map(row -> row.get(0, String.class))
                .all()
                .collectList()
                .block();
    }
}
