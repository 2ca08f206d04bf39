package org.tremplin.transparency.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.TestClock;
import org.tremplin.association.Association;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.ledger.Books;
import org.tremplin.transparency.Decision;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.ExpenseState;
import org.tremplin.transparency.Spending;
import reactor.core.publisher.Mono;

/** Expenses from their draft to the books: two people, once, to the cent, and never edited. */
@TestApplication
@Import(Samples.class)
class ExpenseInTheBooksTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 10);

    @Autowired
    Samples samples;

    @Autowired
    Spending spending;

    @Autowired
    SupplierForgetting forgetting;

    @Autowired
    Expenses expenses;

    @Autowired
    Books books;

    @Autowired
    DatabaseClient database;

    @Autowired
    TestClock clock;

    private Association association;
    private PublishedCampaign campaign;
    private final UUID author = UUID.randomUUID();
    private final UUID approver = UUID.randomUUID();

    @BeforeEach
    void campaign() {
        String once = UUID.randomUUID().toString().substring(24);
        association = samples.association("Jardins " + once);
        campaign = samples.campaign(association, "jardin-" + once);
    }

    @Test
    void spendsOnItsLinesWhenAnotherPersonApproves() {
        Expense expense = submitted(Expense.Paid.BANK, part(0, 12_000, true), part(1, 3_050, false));
        assertThat(balances()).isEmpty();

        Expense approved = done(spending.approve(id(), expense.id(), expense.version(), approver));

        assertThat(approved.state()).isEqualTo(ExpenseState.PAID);
        assertThat(balances()).containsExactly("401 0", "512 -15050", "6063 12000 " + line(0), "6063 3050 " + line(1));
        assertThat(entries("journal || ' ' || occurred_on")).containsOnly("ACHATS 2026-11-10", "BANQUE 2026-11-11");
        assertThat(books.compareTotals().block()).isZero();
    }

    @Test
    void owesTheSupplierUntilTheMoneyLeaves() {
        Expense approved = approved(submitted(Expense.Paid.LATER, part(0, 12_000, true)));
        assertThat(approved.state()).isEqualTo(ExpenseState.APPROVED);
        assertThat(balances()).containsExactly("401 -12000", "6063 12000 " + line(0));

        for (int click = 0; click < 2; click++) {
            spending.pay(id(), approved.id(), Expense.Paid.CASH, DAY.plusDays(3))
                    .block();
        }

        assertThat(balances()).containsExactly("401 0", "530 -12000", "6063 12000 " + line(0));
    }

    @Test
    void letsNobodyDecideOnTheirOwnExpense() {
        Expense expense = submitted(Expense.Paid.BANK, part(0, 12_000, true));
        assertThat(spending.approve(id(), expense.id(), 1, author).block()).isInstanceOf(Decision.Own.class);
        assertThat(spending.refuse(id(), expense.id(), 1, "non", author).block())
                .isInstanceOf(Decision.Own.class);
        assertThat(spending.find(id(), expense.id()).block().state()).isEqualTo(ExpenseState.SUBMITTED);
        assertThatThrownBy(
                        () -> database.sql("""
                        update transparency.expense set state = 'APPROVED', approver = author, decided_at = now()
                        where id = :id
                        """).bind("id", expense.id()).then().block())
                .hasMessageContaining("expense_is_decided_by_another");
        assertThat(balances()).isEmpty();
    }

    @Test
    void letsOneOfTwoApproversWin() {
        Expense expense = submitted(Expense.Paid.BANK, part(0, 12_000, true));
        List<Decision> decisions = Mono.zip(
                        spending.approve(id(), expense.id(), 1, approver),
                        spending.approve(id(), expense.id(), 1, UUID.randomUUID()))
                .map(both -> List.of(both.getT1(), both.getT2()))
                .block();
        assertThat(decisions).hasAtLeastOneElementOfType(Decision.Done.class);
        assertThat(decisions).hasAtLeastOneElementOfType(Decision.Late.class);
        assertThat(balances()).containsExactly("401 0", "512 -12000", "6063 12000 " + line(0));
    }

    @Test
    void approvesOnlyWhatTheApproverSaw() {
        Expense expense = submitted(Expense.Paid.BANK, part(0, 12_000, true));
        done(spending.takeBack(id(), expense.id(), author));
        done(spending.revise(id(), expense.id(), 1, invoice(Expense.Paid.BANK, part(0, 90_000, true)), "", author));
        done(spending.submit(id(), expense.id(), author));
        assertThat(spending.approve(id(), expense.id(), 1, approver).block()).isInstanceOf(Decision.Changed.class);
        assertThat(balances()).isEmpty();
    }

    @Test
    void keepsARefusedExpenseOutOfTheBooks() {
        Expense expense = submitted(Expense.Paid.BANK, part(0, 3_800, true));
        Expense refused = done(spending.refuse(id(), expense.id(), 1, "hors budget", approver));
        assertThat(refused.answer()).isEqualTo("hors budget");
        assertThat(spending.approve(id(), expense.id(), 1, approver).block()).isInstanceOf(Decision.Late.class);
        assertThat(spending.revise(id(), expense.id(), 1, refused.invoice(), "", author)
                        .block())
                .isInstanceOf(Decision.Late.class);
        assertThat(balances()).isEmpty();
    }

    @Test
    void amendsAnApprovedExpenseByReversingAndBookingAnew() {
        Expense approved = approved(submitted(Expense.Paid.BANK, part(0, 12_000, true)));
        assertThat(spending.revise(id(), approved.id(), 1, approved.invoice(), "", author)
                        .block())
                .isInstanceOf(Decision.Late.class);

        Expense correction = done(spending.correct(
                id(), approved.id(), invoice(Expense.Paid.BANK, part(1, 10_000, true)), "mauvaise ligne", author));
        assertThat(spending.correct(id(), approved.id(), approved.invoice(), "deux fois", author)
                        .block())
                .isInstanceOf(Decision.Late.class);
        done(spending.submit(id(), correction.id(), author));
        assertThat(balances()).containsExactly("401 0", "512 -12000", "6063 12000 " + line(0));
        approved(correction);

        assertThat(spending.find(id(), approved.id()).block().state()).isEqualTo(ExpenseState.AMENDED);
        assertThat(balances()).containsExactly("401 0", "512 -10000", "6063 0 " + line(0), "6063 10000 " + line(1));
        assertThat(entries("occurred_on::text")).contains("2026-11-10", "2026-11-16");
    }

    @Test
    void movesThePaymentWhenACorrectionSaysItWasPaidAnotherWay() {
        Expense bank = approved(submitted(Expense.Paid.BANK, part(0, 50_000, true)));
        Expense cash = corrected(bank, Expense.Paid.CASH);
        assertThat(balances()).containsExactly("401 0", "512 0", "530 -50000", "6063 50000 " + line(0));

        Expense unpaid = corrected(cash, Expense.Paid.LATER);

        assertThat(unpaid.state()).isEqualTo(ExpenseState.APPROVED);
        assertThat(balances()).containsExactly("401 -50000", "512 0", "530 0", "6063 50000 " + line(0));
        done(spending.pay(id(), unpaid.id(), Expense.Paid.BANK, DAY.plusDays(4)));
        assertThat(balances()).containsExactly("401 0", "512 -50000", "530 0", "6063 50000 " + line(0));
    }

    @Test
    void keepsAPaymentMadeWhileItsCorrectionWaits() {
        Expense owed = approved(submitted(Expense.Paid.LATER, part(0, 50_000, true)));
        Expense correction = done(spending.correct(
                id(), owed.id(), invoice(Expense.Paid.LATER, part(1, 50_000, true)), "mauvaise ligne", author));
        done(spending.submit(id(), correction.id(), author));
        done(spending.pay(id(), owed.id(), Expense.Paid.CASH, DAY.plusDays(4)));

        assertThat(spending.approve(id(), correction.id(), 1, approver).block()).isInstanceOf(Decision.Changed.class);
        done(spending.approve(id(), correction.id(), 2, approver));

        assertThat(balances()).containsExactly("401 0", "530 -50000", "6063 0 " + line(0), "6063 50000 " + line(1));
    }

    @Test
    void letsAForgottenCorrectionBeAbandoned() {
        Expense expense = approved(submitted(Expense.Paid.BANK, part(0, 50_000, true)));
        Expense forgotten =
                done(spending.correct(id(), expense.id(), expense.invoice(), "plus tard", UUID.randomUUID()));
        assertThat(spending.abandon(id(), expense.id()).block()).isFalse();
        assertThat(spending.discard(id(), forgotten.id(), author).block()).isFalse();

        assertThat(spending.abandon(id(), forgotten.id()).block()).isTrue();

        assertThat(corrected(expense, Expense.Paid.CASH).state()).isEqualTo(ExpenseState.PAID);
        Expense sent = done(spending.correct(
                id(),
                approved(submitted(Expense.Paid.BANK, part(0, 100, true))).id(),
                expense.invoice(),
                "à lire",
                author));
        done(spending.submit(id(), sent.id(), author));
        assertThat(spending.abandon(id(), sent.id()).block())
                .as("it is decided on")
                .isFalse();
    }

    @Test
    void keepsWhatWasApprovedAgainstTheDatabaseToo() {
        Expense approved = approved(submitted(Expense.Paid.BANK, part(0, 50_000, true)));
        for (String change : List.of(
                "update transparency.expense set day = day - 1 where id = :id",
                "update transparency.expense set supplier = 'Autre' where id = :id",
                "update transparency.expense set state = 'DRAFT' where id = :id",
                "update transparency.expense set approver = gen_random_uuid() where id = :id",
                "delete from transparency.expense where id = :id",
                "update transparency.expense_part set cents = 1 where expense = :id",
                "delete from transparency.expense_part where expense = :id")) {
            assertThatThrownBy(() -> database.sql(change)
                            .bind("id", approved.id())
                            .then()
                            .block())
                    .as(change)
                    .hasMessageContaining("approved expense");
        }
        database.sql("update transparency.expense set supplier = '', forgotten = true where id = :id")
                .bind("id", approved.id())
                .then()
                .block();
    }

    @Test
    void freesOnlyWhatIsLeftOfAQuote() {
        Expense quote = spending.draft(
                        id(), Expense.Kind.COMMITMENT, invoice(Expense.Paid.LATER, part(0, 40_000, true)), author)
                .block();
        done(spending.submit(id(), quote.id(), author));
        approved(quote);
        consumed(quote, 30_000, false);

        UUID line = campaign.plan().lines().get(0).id();
        assertThat(expenses.remaining(id(), quote.id(), true).block()).containsExactly(Map.entry(line, 10_000L));
        assertThat(expenses.remaining(UUID.randomUUID(), quote.id(), true).block())
                .isEmpty();
        assertThat(expenses.remaining(id(), quote.id(), false).block())
                .as("of other resources")
                .isEmpty();

        consumed(quote, 5_000, true);
        assertThat(expenses.remaining(id(), quote.id(), true).block())
                .as("once settled")
                .isEmpty();
    }

    private void consumed(Expense quote, long cents, boolean settles) {
        Expense.Invoice paid = invoice(Expense.Paid.BANK, part(0, cents, true));
        Expense part = spending.draft(
                        id(),
                        Expense.Kind.EXPENSE,
                        new Expense.Invoice(
                                paid.day(),
                                "",
                                false,
                                "Acompte",
                                paid.paid(),
                                paid.paidOn(),
                                paid.overReason(),
                                quote.id(),
                                settles,
                                paid.parts()),
                        author)
                .block();
        done(spending.submit(id(), part.id(), author));
        approved(part);
    }

    private Expense corrected(Expense expense, Expense.Paid how) {
        Expense correction =
                done(spending.correct(id(), expense.id(), invoice(how, part(0, 50_000, true)), "autre moyen", author));
        done(spending.submit(id(), correction.id(), author));
        return approved(correction);
    }

    @Test
    void takesAnExpenseBackWithAReason() {
        Expense approved = approved(submitted(Expense.Paid.BANK, part(0, 12_000, true)));
        Expense reversal =
                done(spending.correct(id(), approved.id(), approved.invoice().nothing(), "saisie deux fois", author));
        done(spending.submit(id(), reversal.id(), author));
        approved(reversal);
        assertThat(spending.find(id(), approved.id()).block().state()).isEqualTo(ExpenseState.REVERSED);
        assertThat(balances()).containsExactly("401 0", "512 0", "6063 0 " + line(0));
    }

    @Test
    void booksNothingForACommitment() {
        Expense draft = spending.draft(
                        id(), Expense.Kind.COMMITMENT, invoice(Expense.Paid.LATER, part(0, 40_000, true)), author)
                .block();
        done(spending.submit(id(), draft.id(), author));
        Expense approved = approved(draft);
        assertThat(approved.state()).isEqualTo(ExpenseState.APPROVED);
        assertThat(spending.pay(id(), approved.id(), Expense.Paid.BANK, DAY).block())
                .isInstanceOf(Decision.Late.class);
        assertThat(balances()).isEmpty();
    }

    @Test
    void isNotFoundByAnotherAssociation() {
        Expense expense = submitted(Expense.Paid.BANK, part(0, 12_000, true));
        UUID other = samples.association("Autre " + UUID.randomUUID()).id().value();
        assertThat(spending.find(other, expense.id()).block()).isNull();
        assertThat(spending.approve(other, expense.id(), 1, approver).block()).isNull();
    }

    @Test
    void forgetsTheSupplierAfterTenYears() {
        Expense expense = approved(submitted(Expense.Paid.BANK, part(0, 12_000, true)));
        assertThat(forgetting.forget(clock.instant(), 100).block()).isZero();
        assertThat(forgetting
                        .forget(
                                DAY.plus(Period.ofYears(11))
                                        .atStartOfDay(association.zone())
                                        .toInstant(),
                                100)
                        .block())
                .isPositive();
        assertThat(spending.find(id(), expense.id()).block().invoice().supplier())
                .isEmpty();
    }

    private Expense submitted(Expense.Paid paid, Expense.Part... parts) {
        Expense draft = spending.draft(id(), Expense.Kind.EXPENSE, invoice(paid, parts), author)
                .block();
        return done(spending.submit(id(), draft.id(), author));
    }

    private Expense approved(Expense expense) {
        return done(spending.approve(id(), expense.id(), expense.version(), approver));
    }

    private static Expense done(Mono<Decision> decision) {
        Decision decided = decision.block();
        assertThat(decided).isInstanceOf(Decision.Done.class);
        return ((Decision.Done) decided).expense();
    }

    private static Expense.Invoice invoice(Expense.Paid paid, Expense.Part... parts) {
        LocalDate paidOn = paid == Expense.Paid.LATER ? null : DAY.plusDays(1);
        return new Expense.Invoice(
                DAY,
                "Scierie du Val",
                false,
                "Les planches des bacs",
                paid,
                paidOn,
                "avancé par l’association",
                null,
                false,
                List.of(parts));
    }

    private Expense.Part part(int line, long cents, boolean gifts) {
        return new Expense.Part(campaign.campaign().id().value(), line(line), cents, "6063", "C1.1.a", gifts);
    }

    private UUID line(int number) {
        return campaign.plan().lines().get(number).id();
    }

    private UUID id() {
        return association.id().value();
    }

    private List<String> balances() {
        return database.sql("""
                select concat_ws(' ', account, sum(cents), budget_line_id) from ledger.entry
                join ledger.transaction on transaction.id = transaction_id
                where association_id = :association group by account, budget_line_id
                order by account, array_position(:lines, budget_line_id)
                """)
                .bind("association", id())
                .bind(
                        "lines",
                        campaign.plan().lines().stream().map(line -> line.id()).toArray(UUID[]::new))
                .map(row -> row.get(0, String.class))
                .all()
                .collectList()
                .block();
    }

    private List<String> entries(String column) {
        return database.sql("select " + column + " from ledger.transaction where association_id = :association")
                .bind("association", id())
                .map(row -> row.get(0, String.class))
                .all()
                .collectList()
                .block();
    }
}
