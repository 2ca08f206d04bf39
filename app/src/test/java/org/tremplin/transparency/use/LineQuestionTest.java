package org.tremplin.transparency.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tremplin.AtOnce;
import org.tremplin.CardGifts;
import org.tremplin.Movements;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.Visitor;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.Role;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.platform.event.Pump;
import org.tremplin.platform.privacy.PersonalData;
import org.tremplin.platform.privacy.Subject;
import org.tremplin.transparency.CampaignUse;
import org.tremplin.transparency.Decision;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.Spending;
import org.tremplin.transparency.UseOfFunds;
import reactor.core.publisher.Flux;

/** Money given to a chosen line never leaves it without the donor's recorded yes (money.md, Lines). */
@TestApplication
@Import({Samples.class, CardGifts.class})
class LineQuestionTest {

    @Autowired
    Samples samples;

    @Autowired
    Visitors visitors;

    @Autowired
    CampaignDesign design;

    @Autowired
    Campaigns campaigns;

    @Autowired
    UseOfFunds funds;

    @Autowired
    Spending spending;

    @Autowired
    CardGifts gifts;

    @Autowired
    Pump pump;

    @Autowired
    List<PersonalData> holders;

    @Autowired
    DatabaseClient database;

    private Association association;
    private PublishedCampaign campaign;
    private Visitor treasurer;
    private Visitor donor;
    private String page;
    private String older;
    private String newer;

    /** Two gifts of 50 € for the tools, of which an amendment then asks no more than 50 €. */
    @BeforeEach
    void chosen() {
        association = samples.association("Accord " + UUID.randomUUID());
        campaign = samples.campaign(
                association, "accord-" + UUID.randomUUID().toString().substring(24));
        treasurer = visitors.member(association.slug(), "TREASURER");
        donor = visitors.anonymous();
        page = "/espace/" + association.slug() + "/c/" + id() + "/a-decider";
        older = gifts.give(campaign, Map.of("ligne", tools().toString()));
        newer = gifts.give(campaign, Map.of("ligne", tools().toString()));
        Plan plan = campaign.plan();
        design.revise(
                        association.id(),
                        campaign.campaign().id(),
                        plan.budgeted(
                                plan.lines().stream()
                                        .map(line -> line.id().equals(tools()) ? Samples.costing(line, 5_000) : line)
                                        .toList(),
                                plan.resources(),
                                plan.belowGoal(),
                                plan.aboveGoal()))
                .block();
        design.publish(association.id(), campaign.campaign().id(), Role.PRESIDENT, "des outils sont prêtés")
                .block();
    }

    @Test
    void movesNothingBeforeTheDonorSaysYes() {
        assertThat(line(tools()).toDecideCents()).isEqualTo(5_000);
        assertThat(donor.page("/don/" + older)).contains("À décider", "a reçu plus qu’il ne lui faut");
        assertThat(treasurer.page("/espace/" + association.slug() + "/depenses"))
                .contains("/a-decider");
        assertThat(treasurer.page(page)).contains("Outils", "50,00");
        ask(earth().toString());
        assertThat(treasurer.page(page)).contains("Sans réponse\u00A0: 1");
        assertThat(donor.page("/don/" + newer + "/accord"))
                .contains("Outils", "Terre", "des outils sont prêtés", "Trésorerie")
                .doesNotContain("??");
        assertThat(line(tools()).toDecideCents()).isEqualTo(5_000);
        // the older gift is spent first: its donor is not asked
        donor.get("/don/" + older + "/accord").expectStatus().isNotFound();
        assertThat(mails()).isEqualTo(1);
    }

    @Test
    void movesTheGiftInTheBooksAndInTheJournalByItsDonorsYes() {
        ask(earth().toString());
        long earthBefore = line(earth()).chosenCents();
        answer("oui", 303);
        answer("oui", 303); // a second click
        assertThat(line(tools()).chosenCents()).isEqualTo(5_000);
        assertThat(line(tools()).toDecideCents()).isZero();
        assertThat(line(earth()).chosenCents()).isEqualTo(earthBefore + 5_000);
        assertThat(funds.of(published()).block().total().receivedCents()).isEqualTo(10_000);
        pump.drain().block();
        assertThat(count("select count(*) from transparency.entry where campaign = :id and kind = 'agreement'"))
                .isEqualTo(1);
        assertThat(donor.page("/don/" + newer)).contains("Vous avez dit oui le");
        assertThat(donor.page("/c/" + campaign.campaign().slug() + "/journal"))
                .contains("Don déplacé avec l’accord de son donateur");
        assertThat(treasurer.page(page)).contains("Rien n’est à décider", "Oui\u00A0: 1 (50,00");
    }

    @Test
    void keepsTheMoneyOnItsLineAfterANo() {
        ask("partage");
        answer("non", 303);
        assertThat(line(tools()).toDecideCents()).isEqualTo(5_000);
        assertThat(donor.page("/don/" + newer)).contains("Vous avez dit non le", "Changer de réponse");
        assertThat(treasurer.page(page)).contains("Non\u00A0: 1", "/dons/");
        answer("oui", 303); // a no may become a yes
        assertThat(line(tools()).chosenCents()).isEqualTo(5_000);
    }

    @Test
    void asksNoMoreDonorsThanTheLineCanSpare() {
        ask("partage");
        ask("partage"); // one is asked already
        assertThat(mails()).isEqualTo(1);
        answer("non", 303);
        ask("partage"); // who said no is left in peace, another one is asked
        assertThat(mails()).isEqualTo(2);
        assertThat(treasurer.page(page)).contains("Non\u00A0: 1", "Sans réponse\u00A0: 1");
    }

    @Test
    void neverMovesMoreThanTheLineCanSpareWhenANoBecomesAYes() {
        ask("partage");
        answer("non", 303);
        ask("partage");
        answer(older, "oui", 303);
        assertThat(body(donor.post("/don/" + newer + "/accord", "reponse", "oui"), 409))
                .contains("d’autres donateurs ont dit oui avant");
        assertThat(line(tools()).chosenCents()).isEqualTo(5_000);
        assertThat(line(tools()).toDecideCents()).isZero();
    }

    @Test
    void movesOneGiftOnlyWhenTwoDonorsSayYesAtOnce() {
        ask("partage");
        answer("non", 303);
        ask("partage");
        assertThat(AtOnce.both(() -> said(older), () -> said(newer))).containsExactlyInAnyOrder(303, 409);
        assertThat(line(tools()).chosenCents()).isEqualTo(5_000);
    }

    @Test
    void approvesNoExpenseThatAYesLeftTooLittleForWithoutAReason() {
        Expense expense = submitted(7_000);
        ask("partage");
        answer("oui", 303);
        assertThat(approved(expense)).isInstanceOf(Decision.Short.class);
        assertThat(line(tools()).spentCents()).isZero();
        String page = "/espace/" + association.slug() + "/depenses/" + expense.id();
        assertThat(body(
                        visitors.member(association.slug(), "PRESIDENT")
                                .post(page + "/approbation", "version", Integer.toString(expense.version())),
                        409))
                .contains("personne n’a dit pourquoi");
    }

    @Test
    void eitherMovesAGiftOrSpendsItWhenAYesAndAnApprovalComeAtOnce() {
        ask("partage");
        Expense expense = submitted(7_000);
        List<Object> both = AtOnce.both(() -> said(newer), () -> approved(expense));
        CampaignUse.Line line = line(tools());
        if (both.contains(303)) {
            assertThat(both).hasAtLeastOneElementOfType(Decision.Short.class);
            assertThat(line.chosenCents()).isEqualTo(5_000);
            assertThat(line.spentCents()).isZero();
        } else {
            assertThat(both).contains(409).hasAtLeastOneElementOfType(Decision.Done.class);
            assertThat(line.chosenCents()).isEqualTo(10_000);
            assertThat(line.spentCents()).isEqualTo(7_000);
        }
        assertThat(line.leftCents()).isNotNegative();
    }

    @Test
    void keepsOnALineWhatAQuotePromisesOfIt() {
        ask("partage");
        Expense quote = submitted(7_000, Expense.Kind.COMMITMENT);
        assertThat(approved(quote)).isInstanceOf(Decision.Done.class);
        assertThat(line(tools()).toDecideCents()).isEqualTo(3_000);
        assertThat(body(donor.post("/don/" + newer + "/accord", "reponse", "oui"), 409))
                .contains("d’autres donateurs ont dit oui avant");
        assertThat(line(tools()).chosenCents()).isEqualTo(10_000);
    }

    @Test
    void givesDonorsWhatTheySaidAmongTheirData() {
        ask(earth().toString());
        answer("non", 303);
        String email = database.sql("select email from donation.donation where token = :token")
                .bind("token", newer)
                .map(row -> row.get("email", String.class))
                .one()
                .block();
        Map<String, Object> copy = Flux.fromIterable(holders)
                .concatMap(holder -> holder.copy(new Subject(email)))
                .filter(held -> held.containsKey("gifts"))
                .blockFirst();
        assertThat(copy.get("gifts"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .singleElement()
                .extracting(gift -> gift.get("line_questions"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .singleElement()
                .satisfies(said -> assertThat(said.keySet().toString())
                        .isEqualTo("[asked_on, line, to_line, reason, answer, answered_on]"))
                .satisfies(said -> assertThat(said)
                        .extracting("line", "to_line", "reason", "answer")
                        .containsExactly(tools().toString(), earth().toString(), "des outils sont prêtés", "NO"));
    }

    @Test
    void asksForAUseAndAReason() {
        assertThat(body(treasurer.post(page, "ligne", tools().toString(), "vers", tools().toString(), "raison", "")))
                .contains("Choisissez dans la liste", "Dites pourquoi");
        assertThat(body(treasurer.post(page, "ligne", earth().toString(), "vers", "partage", "raison", "x")))
                .contains("plus rien à décider sur cette ligne");
        ask("partage");
        assertThat(body(donor.post("/don/" + newer + "/accord", "reponse", "peut-être")))
                .contains("Répondez oui ou non");
        donor.post("/don/inconnu/accord", "reponse", "oui").expectStatus().isNotFound();
    }

    private void ask(String to) {
        treasurer
                .post(page, "ligne", tools().toString(), "vers", to, "raison", "des outils sont prêtés")
                .expectStatus()
                .isSeeOther();
    }

    private Expense submitted(long cents) {
        return submitted(cents, Expense.Kind.EXPENSE);
    }

    /** On the tools, more than they ask now and less than was given for them. */
    private Expense submitted(long cents, Expense.Kind kind) {
        UUID author = UUID.randomUUID();
        Expense.Invoice invoice = new Expense.Invoice(
                Movements.DAY,
                "Quincaillerie",
                false,
                "Bêches",
                Expense.Paid.LATER,
                null,
                "",
                null,
                false,
                List.of(new Expense.Part(id(), tools(), cents, "6063", "C1.1.a", true)));
        Expense draft =
                spending.draft(association.id().value(), kind, invoice, author).block();
        spending.submit(association.id().value(), draft.id(), author).block();
        return draft;
    }

    private Decision approved(Expense expense) {
        return spending.approve(association.id().value(), expense.id(), expense.version(), UUID.randomUUID())
                .block();
    }

    private int said(String token) {
        return donor.post("/don/" + token + "/accord", "reponse", "oui")
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private void answer(String said, int status) {
        answer(newer, said, status);
    }

    private void answer(String token, String said, int status) {
        donor.post("/don/" + token + "/accord", "reponse", said).expectStatus().isEqualTo(status);
    }

    private static String body(WebTestClient.ResponseSpec answer) {
        return body(answer, 422);
    }

    private static String body(WebTestClient.ResponseSpec answer, int status) {
        return answer.expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private long mails() {
        return count("""
                select count(*) from notification.mail where kind = 'donation.line-asked' and split_part(about, ' ', 1) in (
                  select id::text from donation.line_question where campaign_id = :id)
                """);
    }

    private long count(String sql) {
        return database.sql(sql)
                .bind("id", id())
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }

    private CampaignUse.Line line(UUID id) {
        return funds.of(published()).block().line(id);
    }

    private PublishedCampaign published() {
        return campaigns.findPublished(campaign.campaign().id()).block();
    }

    private UUID earth() {
        return lines().get(0).id();
    }

    private UUID tools() {
        return lines().get(1).id();
    }

    private List<Plan.BudgetLine> lines() {
        return campaign.plan().lines();
    }

    private UUID id() {
        return campaign.campaign().id().value();
    }
}
