package org.tremplin.transparency.use;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.ledger.Account;
import org.tremplin.ledger.Entry;
import org.tremplin.ledger.Posting;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.ExpenseState;

/**
 * An expense in the books (rules.md 7.4): charge accounts against the supplier, then the supplier against bank or cash.
 * Pure. A correction is dated by its own day, so that a past month stays as it was.
 */
final class ExpensePostings {

    static final String SOURCE = "expense";
    static final String CURRENCY = "EUR";

    private final Expense expense;
    private final @Nullable Expense replaced;
    private final LocalDate today;

    /** @param replaced as it stood before it was replaced, none for a first version */
    ExpensePostings(Expense expense, @Nullable Expense replaced, LocalDate today) {
        this.expense = expense;
        this.replaced = replaced;
        this.today = today;
    }

    /** All that its approval brings to the books, its payment apart. */
    List<Posting> approved() {
        List<Posting> postings = new ArrayList<>();
        if (replaced != null) {
            postings.add(
                    posting("ACHATS", today, replaced.id(), "reversed", "expense-reversed", charges(replaced, -1)));
        }
        if (!expense.invoice().parts().isEmpty()) {
            LocalDate day = replaced == null ? expense.invoice().day() : today;
            postings.add(posting("ACHATS", day, expense.id(), "approved", "expense", charges(expense, 1)));
        }
        return postings;
    }

    /** Money that left, or that comes back when what it replaces had been more. Nothing when the same was paid before. */
    List<Posting> paid(Expense.Paid how, LocalDate on) {
        Map<Owed, Long> owed = owed(expense);
        if (replaced != null && replaced.state() == ExpenseState.PAID) {
            owed(replaced).forEach((key, cents) -> owed.merge(key, -cents, Long::sum));
        }
        List<Entry> entries = new ArrayList<>();
        String money = how == Expense.Paid.CASH ? Account.CASH : Account.BANK;
        owed.forEach((key, cents) -> {
            if (cents != 0) {
                entries.add(key.entry(Account.SUPPLIERS, cents));
                entries.add(key.entry(money, -cents));
            }
        });
        String journal = how == Expense.Paid.CASH ? "CAISSE" : "BANQUE";
        return entries.isEmpty()
                ? List.of()
                : List.of(posting(journal, on, expense.id(), "paid", "expense-paid", entries));
    }

    private static List<Entry> charges(Expense expense, int sign) {
        List<Entry> entries = new ArrayList<>();
        for (Expense.Part part : expense.invoice().parts()) {
            entries.add(new Entry(
                    part.account(),
                    sign * part.cents(),
                    CURRENCY,
                    part.campaign(),
                    part.line(),
                    part.crod(),
                    part.publicGenerosity()));
        }
        owed(expense).forEach((key, cents) -> entries.add(key.entry(Account.SUPPLIERS, -sign * cents)));
        return entries;
    }

    private static Map<Owed, Long> owed(Expense expense) {
        Map<Owed, Long> owed = new LinkedHashMap<>();
        expense.invoice()
                .parts()
                .forEach(part ->
                        owed.merge(new Owed(part.campaign(), part.publicGenerosity()), part.cents(), Long::sum));
        return owed;
    }

    private Posting posting(
            String journal, LocalDate on, UUID source, String purpose, String label, List<Entry> entries) {
        return new Posting(
                expense.association(), journal, on, new Posting.Source(SOURCE, source, purpose), label, entries);
    }

    private record Owed(UUID campaign, boolean publicGenerosity) {
        Entry entry(String account, long cents) {
            return new Entry(account, cents, CURRENCY, campaign, null, null, publicGenerosity);
        }
    }
}
