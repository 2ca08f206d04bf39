package org.tremplin.transparency.use;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tremplin.money.AmountText;
import org.tremplin.platform.web.Typed;
import org.tremplin.transparency.Expense;

/**
 * An expense as typed.
 *
 * @param ligne {@code campaign/line}, or {@code plusieurs}
 * @param rows the shares of an invoice on several lines
 * @param compte account, empty for the one each line proposes; so with {@code destination}
 * @param source {@code dons} or {@code autres}
 * @param paye {@code banque}, {@code especes} or {@code plus-tard}
 * @param raison why it is more than what is left
 * @param motif why an approved expense is corrected
 * @param version of the draft that was shown, 0 for a new one
 */
record ExpenseForm(
        String montant,
        String date,
        String qui,
        String ligne,
        List<Row> rows,
        String quoi,
        boolean montrer,
        String compte,
        String destination,
        String source,
        String paye,
        String payeLe,
        String engagement,
        boolean solde,
        String raison,
        String motif,
        int version) {

    static final String SEVERAL = "plusieurs";

    /** More shares than any invoice of a small association has. */
    static final int MOST_ROWS = 8;

    private static final int FIRST_ROWS = 3;

    record Row(int number, String ligne, String montant) {
        boolean empty() {
            return ligne.isEmpty() && montant.isEmpty();
        }
    }

    static ExpenseForm fresh(String today, String line) {
        return new ExpenseForm(
                "", today, "", line, List.of(), "", false, "", "", "dons", "banque", "", "", true, "", "", 0);
    }

    static ExpenseForm read(Typed typed) {
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < MOST_ROWS; row++) {
            Row read = new Row(rows.size(), typed.line("part-ligne-" + row), typed.line("part-montant-" + row));
            if (!read.empty()) {
                rows.add(read);
            }
        }
        return new ExpenseForm(
                typed.line("montant"),
                typed.line("date"),
                typed.line("qui"),
                typed.line("ligne"),
                rows,
                typed.text("quoi"),
                typed.on("montrer"),
                typed.line("compte"),
                typed.line("destination"),
                typed.line("source"),
                typed.line("paye"),
                typed.line("payeLe"),
                typed.line("engagement"),
                typed.on("solde"),
                typed.text("raison"),
                typed.text("motif"),
                number(typed.line("version")));
    }

    static ExpenseForm of(Expense expense, Locale locale) {
        Expense.Invoice invoice = expense.invoice();
        List<Expense.Part> parts = invoice.parts();
        List<Row> rows = new ArrayList<>();
        if (parts.size() > 1) {
            parts.forEach(part -> rows.add(new Row(rows.size(), place(part), AmountText.typed(part.cents(), locale))));
        }
        return new ExpenseForm(
                AmountText.typed(invoice.cents(), locale),
                invoice.day().toString(),
                invoice.supplier(),
                parts.size() == 1 ? place(parts.get(0)) : SEVERAL,
                rows,
                invoice.purpose(),
                invoice.supplierShown(),
                same(parts.stream().map(Expense.Part::account)),
                same(parts.stream().map(Expense.Part::crod)),
                parts.stream().allMatch(Expense.Part::publicGenerosity) ? "dons" : "autres",
                switch (invoice.paid()) {
                    case BANK -> "banque";
                    case CASH -> "especes";
                    case LATER -> "plus-tard";
                },
                text(invoice.paidOn()),
                text(invoice.commitment()),
                invoice.settles(),
                invoice.overReason(),
                expense.reason(),
                expense.version());
    }

    public boolean several() {
        return SEVERAL.equals(ligne);
    }

    /** Whether what is folded away must be seen. */
    public boolean unfolded() {
        return !compte.isEmpty()
                || !destination.isEmpty()
                || "autres".equals(source)
                || "plus-tard".equals(paye)
                || "especes".equals(paye)
                || !payeLe.isEmpty()
                || montrer;
    }

    /** Room for the shares of an invoice on several lines. */
    ExpenseForm withRoom() {
        List<Row> more = new ArrayList<>(rows);
        int wanted = Math.min(MOST_ROWS, Math.max(FIRST_ROWS, rows.size() + 1));
        while (more.size() < wanted) {
            more.add(new Row(more.size(), "", ""));
        }
        return new ExpenseForm(
                montant,
                date,
                qui,
                ligne,
                more,
                quoi,
                montrer,
                compte,
                destination,
                source,
                paye,
                payeLe,
                engagement,
                solde,
                raison,
                motif,
                version);
    }

    static String place(Expense.Part part) {
        return part.campaign() + "/" + part.line();
    }

    /** What all parts share; empty when they differ. */
    private static String same(Stream<String> values) {
        List<String> distinct = values.distinct().toList();
        return distinct.size() == 1 ? distinct.get(0) : "";
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private static int number(String typed) {
        return typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 0;
    }
}
