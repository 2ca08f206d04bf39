package org.tremplin.transparency.use;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.PaidGifts;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.Visitors;
import org.tremplin.association.Association;
import org.tremplin.association.Role;
import org.tremplin.campaign.CampaignDesign;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.ledger.AccountingExport;
import org.tremplin.ledger.Books;
import org.tremplin.payment.DisputeLost;
import org.tremplin.payment.DisputeOpened;
import org.tremplin.payment.DisputeWon;
import org.tremplin.payment.RefundReturned;
import org.tremplin.payment.RefundTaken;
import org.tremplin.platform.event.Pump;
import org.tremplin.site.totals.Received;
import org.tremplin.site.totals.Totals;
import org.tremplin.transparency.CampaignUse;
import org.tremplin.transparency.Decision;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.ExpenseState;
import org.tremplin.transparency.Spending;
import org.tremplin.transparency.UseOfFunds;
import org.tremplin.transparency.verify.JournalCheck;
import org.tremplin.transparency.verify.Problem;
import org.tremplin.transparency.verify.Sha256;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a campaign's pages, its journal, the accounting export, the kept totals and the ledger say on the real database,
 * after histories of 500 steps: the same, to the cent.
 */
@TestApplication
@Import({Samples.class, PaidGifts.class})
class UseOfFundsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 10);
    private static final int STEPS = 500;

    /** Of a dispute. */
    private static final long FEE = 2_000;

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    Samples samples;

    @Autowired
    Spending spending;

    @Autowired
    UseOfFunds funds;

    @Autowired
    Totals totals;

    @Autowired
    PaidGifts gifts;

    @Autowired
    Pump pump;

    @Autowired
    AccountingExport export;

    @Autowired
    Visitors visitors;

    @Autowired
    TestClock clock;

    @Autowired
    Books books;

    @Autowired
    Campaigns campaigns;

    @Autowired
    CampaignDesign design;

    @Autowired
    DatabaseClient database;

    private Association association;
    private PublishedCampaign campaign;
    private final UUID author = UUID.randomUUID();
    private final UUID approver = UUID.randomUUID();
    private Random random = new Random(20_261_122);
    private final List<Expense> spent = new ArrayList<>();

    /** The most that proofs of an expense, or of a version it corrects, were given for; by expense, in cents. */
    private final Map<UUID, Long> proven = new HashMap<>();

    /** Told and not settled yet, settled and nothing gone back, with an open dispute, all of it gone back. */
    private final List<PaidGifts.Gift> told = new ArrayList<>();

    private final List<PaidGifts.Gift> settled = new ArrayList<>();
    private final List<PaidGifts.Gift> disputed = new ArrayList<>();
    private final List<PaidGifts.Gift> returned = new ArrayList<>();

    @BeforeEach
    void campaign() {
        String once = UUID.randomUUID().toString().substring(24);
        association = samples.association("Jardins " + once);
        campaign = samples.campaign(association, "jardin-" + once);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void equalTheBooksAfterAnyHistory(long seed) {
        random = new Random(seed);
        for (int step = 1; step <= STEPS; step++) {
            switch (random.nextInt(22)) {
                case 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 -> gift();
                case 11, 12, 13 -> goBack();
                case 14, 15, 16 -> expense();
                case 17, 18 -> correct();
                case 19, 20 -> prove();
                default -> amend(step);
            }
            if (step % 50 == 0) {
                settle();
            }
            if (step % 250 == 0) {
                check();
            }
        }
        assertThat(books.compareTotals().block()).isZero();
    }

    @Test
    void takesACommitmentAwayAsItIsSpent() {
        UUID line = line(0).id();
        Expense quote =
                approved(spending.draft(id(), Expense.Kind.COMMITMENT, invoice(null, false, line, 40_000), author)
                        .block());
        assertThat(read().line(line).committedCents()).isEqualTo(40_000);

        approved(draft(quote.id(), false, line, 15_000));
        assertThat(read().line(line).committedCents()).isEqualTo(25_000);
        CampaignUse.Line read = read().line(line);
        assertThat(read.spentCents() + read.elsewhereSpentCents()).isEqualTo(15_000);

        Expense last = approved(draft(quote.id(), true, line, 20_000));
        assertThat(read().line(line).committedCents()).isZero();

        correct(last, last.invoice().nothing());
        assertThat(read().line(line).committedCents()).isEqualTo(25_000);
    }

    @Test
    void isFoundForSeveralCampaignsInTheirOrder() {
        PublishedCampaign other = samples.campaign(
                association, "autre-" + UUID.randomUUID().toString().substring(24));
        assertThat(funds.of(List.of(other, campaign))
                        .map(CampaignUse::campaign)
                        .collectList()
                        .block())
                .containsExactly(
                        other.campaign().id().value(), campaign.campaign().id().value());
    }

    private void gift() {
        UUID line = random.nextInt(4) == 0 ? line(random.nextInt(3)).id() : null;
        told.add(gifts.pay(campaign, line, 500 + random.nextInt(20_000)));
    }

    /** What was told reaches the books; of some, the fee is known at once. */
    private void settle() {
        pump.drain().block();
        told.forEach(gift -> gifts.fee(gift, 25 + random.nextInt(200)));
        pump.drain().block();
        settled.addAll(told);
        told.clear();
    }

    /** A refund, whole or in part, that may come back; a dispute that is opened, lost or won. */
    private void goBack() {
        if (!disputed.isEmpty() && random.nextBoolean()) {
            PaidGifts.Gift gift = disputed.remove(0);
            gifts.tell(
                    random.nextBoolean()
                            ? new DisputeLost(
                                    gift.id(), gift.payment(), gift.id(), gift.cents(), "EUR", clock.instant())
                            : new DisputeWon(
                                    gift.id(),
                                    gift.payment(),
                                    gift.id(),
                                    gift.cents(),
                                    random.nextBoolean() ? FEE : 0,
                                    "EUR",
                                    clock.instant()));
        } else if (!returned.isEmpty() && random.nextInt(3) == 0) {
            PaidGifts.Gift gift = returned.remove(0);
            gifts.tell(
                    new RefundReturned(gift.id(), gift.payment(), gift.id(), gift.cents(), 0, "EUR", clock.instant()));
        } else if (!settled.isEmpty()) {
            PaidGifts.Gift gift = settled.remove(random.nextInt(settled.size()));
            if (random.nextInt(3) == 0) {
                gifts.tell(new DisputeOpened(
                        gift.id(), gift.payment(), gift.id(), gift.cents(), FEE, "EUR", clock.instant()));
                disputed.add(gift);
            } else {
                boolean whole = random.nextBoolean();
                gifts.tell(new RefundTaken(
                        gift.id(),
                        gift.payment(),
                        gift.id(),
                        whole ? gift.cents() : 1 + random.nextInt(400),
                        0,
                        "EUR",
                        clock.instant()));
                if (whole) {
                    returned.add(gift);
                }
            }
        }
    }

    private void expense() {
        Expense expense = draft(null, false, line(random.nextInt(3)).id(), 100 + random.nextInt(15_000));
        if (random.nextInt(5) == 0) {
            spending.submit(id(), expense.id(), author).block();
            spending.refuse(id(), expense.id(), 1, "hors budget", approver).block();
        } else {
            spent.add(approved(expense));
        }
    }

    private void correct() {
        if (!spent.isEmpty()) {
            Expense old = spent.remove(random.nextInt(spent.size()));
            Expense.Invoice next = random.nextBoolean()
                    ? old.invoice().nothing()
                    : invoice(null, false, line(random.nextInt(3)).id(), 100 + random.nextInt(15_000));
            Expense corrected = correct(old, next);
            if (!corrected.reversal()) {
                spent.add(corrected);
                proven.put(corrected.id(), proven.getOrDefault(old.id(), 0L));
            }
        }
    }

    private void prove() {
        if (spent.isEmpty()) {
            return;
        }
        Expense expense = spent.get(random.nextInt(spent.size()));
        boolean withdrawn = random.nextInt(4) == 0;
        database.sql("""
                insert into transparency.proof (id, association_id, expense, kind, state, added_by, added_at, file_name,
                  original_type, original_size, statement, published_on, withdrawn_on)
                values (gen_random_uuid(), :association, :expense, 'ATTESTATION', :state, gen_random_uuid(), now(), '', '',
                  0, 'Attestation', :day, :withdrawn)
                """)
                .bind("association", id())
                .bind("expense", expense.id())
                .bind("state", withdrawn ? "WITHDRAWN" : "PUBLISHED")
                .bind("day", DAY)
                .bind("withdrawn", Parameters.in(R2dbcType.DATE, withdrawn ? DAY : null))
                .then()
                .block();
        if (!withdrawn) {
            proven.merge(expense.id(), expense.cents(), Math::max);
        }
    }

    private Expense correct(Expense old, Expense.Invoice next) {
        Expense correction = done(
                spending.correct(id(), old.id(), next, "correction", author).block());
        return approved(correction);
    }

    private void amend(int step) {
        Plan plan = campaign.plan();
        List<Plan.BudgetLine> lines = plan.lines().stream()
                .map(line -> Samples.costing(line, 10_000L + random.nextInt(90_000)))
                .toList();
        design.revise(
                        association.id(),
                        campaign.campaign().id(),
                        plan.budgeted(lines, plan.resources(), plan.belowGoal(), plan.aboveGoal()))
                .block();
        design.publish(association.id(), campaign.campaign().id(), Role.PRESIDENT, "avenant " + step)
                .block();
        campaign = campaigns.findPublished(campaign.campaign().id()).block();
    }

    private void check() {
        CampaignUse use = read();
        long received = sum("-sum(cents)", "account like '754%'");
        assertThat(use.total().receivedCents()).isEqualTo(received);
        assertThat(use.total().spentCents()).isEqualTo(sum("sum(cents)", "account like '6%' and public_generosity"));
        assertThat(use.total().elsewhereSpentCents())
                .isEqualTo(sum("sum(cents)", "account like '6%' and not public_generosity"));
        for (CampaignUse.Line line : use.lines()) {
            String own = " and budget_line_id = '" + line.id() + "'";
            assertThat(line.spentCents()).isEqualTo(sum("sum(cents)", "account like '6%' and public_generosity" + own));
            assertThat(line.chosenCents()).isEqualTo(sum("-sum(cents)", "account like '754%'" + own));
            assertThat(line.spentCents() - line.provenCents()).isEqualTo(unproven(line.id(), true));
            assertThat(line.elsewhereSpentCents() - line.elsewhereProvenCents()).isEqualTo(unproven(line.id(), false));
        }
        page(use, received);
        evidence(use, received);
        journal(use, received);
        accounts();
    }

    /** The totals behind the campaign's page and its stream: from the kept ones. */
    private void page(CampaignUse use, long received) {
        Received page = totals.of(campaign.campaign().id()).block();
        assertThat(page.cents()).isEqualTo(received);
        assertThat(page.feesCents()).isEqualTo(sum("sum(cents)", "account = '627'"));
        assertThat(page.byLine(campaign.plan().lines()))
                .isEqualTo(campaign.plan().lines().stream()
                        .map(line -> use.line(line.id()).receivedCents())
                        .toList());
    }

    /** As patrons and their tools read it, no later than the seconds that it may be kept. */
    private void evidence(CampaignUse use, long received) {
        JsonNode figures = Mono.fromCallable(() -> JSON.readTree(visitors.anonymous()
                                .page("/c/" + campaign.campaign().slug() + "/preuves.json"))
                        .get("figures"))
                .subscribeOn(Schedulers.boundedElastic())
                .filter(told -> told.get("total").get("giftsCents").asLong() == received
                        && told.get("total").get("spentCents").asLong()
                                == use.total().spentCents() + use.total().elsewhereSpentCents())
                .repeatWhenEmpty(100, again -> again.delayElements(Duration.ofMillis(200)))
                .block();
        for (int at = 0; at < use.lines().size(); at++) {
            CampaignUse.Line line = use.lines().get(at);
            JsonNode told = figures.get("lines").get(at);
            assertThat(List.of("plannedCents", "giftsCents", "spentCents", "provenCents", "committedCents"))
                    .extracting(name -> told.get(name).asLong())
                    .containsExactly(
                            line.plannedCents(),
                            line.receivedCents(),
                            line.spentCents() + line.elsewhereSpentCents(),
                            line.provenCents() + line.elsewhereProvenCents(),
                            line.committedCents());
        }
    }

    /** As anybody downloads it: it verifies, and its entries add up to what the pages say. */
    private void journal(CampaignUse use, long received) {
        List<String> lines = visitors.anonymous()
                .get("/c/" + campaign.campaign().slug() + "/journal.jsonl")
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody()
                .collectList()
                .block();
        Map<String, Long> sums = new HashMap<>();
        for (String line : lines) {
            JsonNode leaf = JSON.readTree(line).path("leaf");
            if (leaf.has("cents")) {
                String of =
                        leaf.get("kind").asString() + " " + leaf.path("line").asString("");
                sums.merge(of, leaf.get("cents").asLong(), Long::sum);
            }
        }
        assertThat(kind(sums, "gift ") - kind(sums, "refund ")).isEqualTo(received);
        for (CampaignUse.Line line : use.lines()) {
            String code = Sha256.hex(Sha256.of((campaign.campaign().id().value() + "/" + line.id()).getBytes(UTF_8)))
                    .substring(0, 8);
            assertThat(kind(sums, "expense " + code) + kind(sums, "amendment " + code) + kind(sums, "fee " + code))
                    .isEqualTo(line.spentCents() + line.elsewhereSpentCents());
        }
        assertThat(verified(lines)).isNull();
    }

    private static Problem verified(List<String> lines) {
        byte[] file = (String.join("\n", lines) + "\n").getBytes(UTF_8);
        try {
            return JournalCheck.check(new ByteArrayInputStream(file), null).problem();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static long kind(Map<String, Long> sums, String beginning) {
        return sums.entrySet().stream()
                .filter(sum -> sum.getKey().startsWith(beginning))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The accounting export: each number in balance, each account as in the ledger. */
    private void accounts() {
        Map<String, Long> accounts = new TreeMap<>();
        Map<String, Long> numbers = new TreeMap<>();
        export.fec(id(), new AccountingExport.Span(YearMonth.of(2026, 1), YearMonth.of(2027, 6)))
                .skip(1)
                .map(line -> line.split("\t", -1))
                .doOnNext(fields -> {
                    long cents = cents(fields[11]) - cents(fields[12]);
                    numbers.merge(fields[2], cents, Long::sum);
                    accounts.merge(fields[4], cents, Long::sum);
                })
                .blockLast();
        assertThat(numbers.values()).isNotEmpty().containsOnly(0L);
        Map<String, Long> ledger = new TreeMap<>(database.sql("""
                        select account, sum(cents)::bigint as cents from ledger.entry
                        join ledger.transaction t on t.id = transaction_id
                        where t.association_id = :association group by account
                        """)
                .bind("association", id())
                .map(row -> Map.entry(row.get("account", String.class), row.get("cents", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .block());
        assertThat(accounts).isEqualTo(ledger);
    }

    private static long cents(String amount) {
        return Long.parseLong(amount.replace(",", ""));
    }

    private long unproven(UUID line, boolean gifts) {
        return spent.stream()
                .filter(expense -> proven.getOrDefault(expense.id(), 0L) < expense.cents())
                .flatMap(expense -> expense.invoice().parts().stream())
                .filter(part -> part.line().equals(line) && part.publicGenerosity() == gifts)
                .mapToLong(Expense.Part::cents)
                .sum();
    }

    private long sum(String what, String where) {
        return database.sql("select coalesce(" + what
                        + ", 0)::bigint from ledger.entry where campaign_id = :campaign and " + where)
                .bind("campaign", campaign.campaign().id().value())
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }

    private CampaignUse read() {
        return funds.of(campaign).block();
    }

    private Expense draft(UUID commitment, boolean settles, UUID line, long cents) {
        return spending.draft(id(), Expense.Kind.EXPENSE, invoice(commitment, settles, line, cents), author)
                .block();
    }

    private Expense approved(Expense draft) {
        done(spending.submit(id(), draft.id(), author).block());
        Expense approved = done(
                spending.approve(id(), draft.id(), draft.version(), approver).block());
        assertThat(approved.state()).isIn(ExpenseState.APPROVED, ExpenseState.PAID);
        return approved;
    }

    private static Expense done(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Done.class);
        return ((Decision.Done) decision).expense();
    }

    private Expense.Invoice invoice(UUID commitment, boolean settles, UUID line, long cents) {
        boolean later = random.nextInt(3) == 0;
        return new Expense.Invoice(
                DAY,
                "Scierie du Val",
                false,
                "Les planches",
                later ? Expense.Paid.LATER : Expense.Paid.BANK,
                later ? null : DAY,
                "avancé par l’association",
                commitment,
                settles,
                List.of(new Expense.Part(
                        campaign.campaign().id().value(), line, cents, "6063", "C1.1.a", random.nextInt(4) > 0)));
    }

    private Plan.BudgetLine line(int number) {
        return campaign.plan().lines().get(number);
    }

    private UUID id() {
        return association.id().value();
    }
}
