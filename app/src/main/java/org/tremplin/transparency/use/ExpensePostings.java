package org.tremplin.transparency.use;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** The money of a first version that leaves. */
    List<Posting> paid(Expense.Paid how, LocalDate on) {
        return payment(how, on, expense.id(), "paid", owed(expense));
    }

    /**
     * The money that moves when this takes the place of another. Paid in the same way on the same day: the difference.
     * Otherwise what was paid comes back to where it left, and what is paid leaves whole.
     */
    List<Posting> repaid() {
        Map<Owed, Long> moved = owed(expense);
        if (replaced == null || replaced.state() != ExpenseState.PAID) {
            return isPaid() ? payment(expense.invoice().paid(), today, expense.id(), "paid", moved) : List.of();
        }
        Expense.Invoice before = replaced.invoice();
        Map<Owed, Long> back = new LinkedHashMap<>();
        owed(replaced).forEach((key, cents) -> back.put(key, -cents));
        if (isPaid()
                && before.paid() == expense.invoice().paid()
                && Objects.equals(before.paidOn(), expense.invoice().paidOn())) {
            back.forEach((key, cents) -> moved.merge(key, cents, Long::sum));
            return payment(before.paid(), today, expense.id(), "paid", moved);
        }
        List<Posting> postings =
                new ArrayList<>(payment(before.paid(), today, replaced.id(), "payment-reversed", back));
        if (isPaid()) {
            postings.addAll(payment(expense.invoice().paid(), today, expense.id(), "paid", moved));
        }
        return postings;
    }

    private boolean isPaid() {
        return expense.state() == ExpenseState.PAID;
    }

    private List<Posting> payment(Expense.Paid how, LocalDate on, UUID source, String purpose, Map<Owed, Long> moved) {
        List<Entry> entries = new ArrayList<>();
        String money = how == Expense.Paid.CASH ? Account.CASH : Account.BANK;
        moved.forEach((key, cents) -> {
            if (cents != 0) {
                entries.add(key.entry(Account.SUPPLIERS, cents));
                entries.add(key.entry(money, -cents));
            }
        });
        String journal = how == Expense.Paid.CASH ? "CAISSE" : "BANQUE";
        return entries.isEmpty()
                ? List.of()
                : List.of(posting(journal, on, source, purpose, "expense-" + purpose, entries));
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
