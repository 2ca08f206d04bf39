package org.tremplin.transparency.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tremplin.ledger.Account;
import org.tremplin.ledger.Posting;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.ExpenseState;

/** However often an expense is corrected, the books hold its last version: what was spent, owed, and paid from where. */
class ExpensePostingsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 10);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final UUID CAMPAIGN = UUID.randomUUID();
    private static final UUID LINE = UUID.randomUUID();

    private record Said(Expense.Paid how, @Nullable LocalDate on, long cents) {}

    @Test
    void holdsTheLastVersionAfterAnyTwoCorrections() {
        List<Said> versions = new ArrayList<>();
        for (long cents : new long[] {50_000, 30_000}) {
            versions.add(new Said(Expense.Paid.BANK, DAY, cents));
            versions.add(new Said(Expense.Paid.BANK, DAY.plusDays(3), cents));
            versions.add(new Said(Expense.Paid.CASH, DAY, cents));
            versions.add(new Said(Expense.Paid.LATER, null, cents));
        }
        for (Said first : versions) {
            for (Said second : versions) {
                for (Said third : versions) {
                    holds(List.of(first, second, third));
                }
                holds(List.of(first, second, new Said(second.how(), second.on(), 0)));
                holds(List.of(first, second, new Said(Expense.Paid.LATER, null, 0)));
            }
        }
    }

    @Test
    void givesBackToTheBankWhatWasPaidInCash() {
        Expense bank = version(null, new Said(Expense.Paid.BANK, DAY, 50_000));
        Expense cash = version(bank, new Said(Expense.Paid.CASH, DAY, 50_000));

        List<Posting> repaid = new ExpensePostings(cash, bank, TODAY).repaid();

        assertThat(repaid).extracting(Posting::journal).containsExactly("BANQUE", "CAISSE");
        assertThat(repaid).extracting(Posting::label).containsExactly("expense-payment-reversed", "expense-paid");
    }

    @Test
    void movesTheRightDayWithoutTouchingTheFirst() {
        Expense first = version(null, new Said(Expense.Paid.BANK, DAY, 50_000));
        Expense later = version(first, new Said(Expense.Paid.BANK, DAY.plusDays(2), 50_000));

        assertThat(new ExpensePostings(later, first, TODAY).repaid())
                .hasSize(2)
                .allSatisfy(posting -> assertThat(posting.occurredOn()).isEqualTo(TODAY));
    }

    private static void holds(List<Said> versions) {
        List<Posting> books = new ArrayList<>();
        Expense before = null;
        for (Said said : versions) {
            Expense now = version(before, said);
            ExpensePostings postings = new ExpensePostings(now, before, TODAY);
            books.addAll(postings.approved());
            books.addAll(
                    before != null
                            ? postings.repaid()
                            : now.state() == ExpenseState.PAID ? postings.paid(said.how(), said.on()) : List.of());
            before = now;
        }
        Said last = versions.get(versions.size() - 1);
        assertThat(balance(books, "6063")).as("%s", versions).isEqualTo(last.cents());
        assertThat(balance(books, Account.SUPPLIERS))
                .as("%s", versions)
                .isEqualTo(last.how() == Expense.Paid.LATER ? -last.cents() : 0);
        assertThat(balance(books, Account.BANK))
                .as("%s", versions)
                .isEqualTo(last.how() == Expense.Paid.BANK ? -last.cents() : 0);
        assertThat(balance(books, Account.CASH))
                .as("%s", versions)
                .isEqualTo(last.how() == Expense.Paid.CASH ? -last.cents() : 0);
        Set<Posting.Source> sources = new HashSet<>();
        assertThat(books).allMatch(posting -> sources.add(posting.source()));
    }

    private static long balance(List<Posting> books, String account) {
        return books.stream()
                .flatMap(posting -> posting.entries().stream())
                .filter(entry -> entry.account().equals(account))
                .mapToLong(entry -> entry.cents())
                .sum();
    }

    private static Expense version(@Nullable Expense before, Said said) {
        List<Expense.Part> parts = said.cents() == 0
                ? List.of()
                : List.of(new Expense.Part(CAMPAIGN, LINE, said.cents(), "6063", "C1.1.a", true));
        Expense draft = new Expense(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Expense.Kind.EXPENSE,
                ExpenseState.SUBMITTED,
                1,
                new Expense.Invoice(DAY, "Pépinière", false, "Plants", said.how(), said.on(), "", null, false, parts),
                UUID.randomUUID(),
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                null,
                "",
                before == null ? null : before.id(),
                "",
                false);
        return draft.approved(UUID.randomUUID(), Instant.EPOCH);
    }
}
