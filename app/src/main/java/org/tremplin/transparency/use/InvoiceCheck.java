package org.tremplin.transparency.use;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.money.AmountText;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.Problems;
import org.tremplin.transparency.CampaignUse;
import org.tremplin.transparency.Expense;

/** Makes an invoice of what was typed, or says what is wrong with it. */
final class InvoiceCheck {

    static final int LONGEST_TEXT = 300;
    static final int LONGEST_NAME = 120;
    static final long MOST_CENTS = 100_000_000;

    private final Terms terms;
    private final ExpenseForm form;
    private final Problems problems = new Problems();

    private InvoiceCheck(Terms terms, ExpenseForm form) {
        this.terms = terms;
        this.form = form;
    }

    /**
     * What it is held against.
     *
     * @param campaigns of the association
     * @param uses their figures
     * @param freed cents by line that the corrected expense, or the consumed commitment, gives back
     * @param commitments ids of those that may be consumed
     */
    record Terms(
            List<PublishedCampaign> campaigns,
            List<CampaignUse> uses,
            Map<UUID, Long> freed,
            Set<String> commitments,
            UseSettings settings,
            LocalDate today,
            Locale locale,
            Expense.Kind kind,
            boolean correcting) {}

    /** @param invoice none as long as there are problems */
    record Checked(Problems problems, Expense.@Nullable Invoice invoice) {}

    static Checked of(Terms terms, ExpenseForm form) {
        return new InvoiceCheck(terms, form).check();
    }

    private Checked check() {
        long cents = AmountText.grouped(form.montant()).orElse(0);
        if (cents < 1 || cents > MOST_CENTS) {
            problems.add("montant", "expense.problem.amount");
        }
        LocalDate day = day("date", form.date());
        text("qui", form.qui(), LONGEST_NAME, "expense.problem.supplier");
        List<Expense.Part> parts = parts(cents);
        text("quoi", form.quoi(), LONGEST_TEXT, "expense.problem.purpose");
        Expense.Paid paid = paid();
        LocalDate paidOn =
                paid == Expense.Paid.LATER ? null : form.payeLe().isEmpty() ? day : day("payeLe", form.payeLe());
        if (!form.compte().isEmpty() && !terms.settings().knows(form.compte())) {
            problems.add("compte", "expense.problem.choice");
        }
        if (!form.destination().isEmpty() && !Destination.codes().contains(form.destination())) {
            problems.add("destination", "expense.problem.choice");
        }
        if (!form.engagement().isEmpty() && !terms.commitments().contains(form.engagement())) {
            problems.add("engagement", "expense.problem.choice");
        }
        if (terms.correcting()) {
            text("motif", form.motif(), LONGEST_TEXT, "expense.problem.reason");
        }
        over(parts);
        if (!problems.none() || day == null) {
            return new Checked(problems, null);
        }
        boolean consumes = !form.engagement().isEmpty() && terms.kind() == Expense.Kind.EXPENSE;
        return new Checked(
                problems,
                new Expense.Invoice(
                        day,
                        form.qui(),
                        form.montrer(),
                        form.quoi(),
                        paid,
                        paidOn,
                        form.raison(),
                        consumes ? UUID.fromString(form.engagement()) : null,
                        consumes && form.solde(),
                        parts));
    }

    private Expense.Paid paid() {
        if (terms.kind() == Expense.Kind.COMMITMENT) {
            return Expense.Paid.LATER;
        }
        return switch (form.paye()) {
            case "especes" -> Expense.Paid.CASH;
            case "plus-tard" -> Expense.Paid.LATER;
            default -> Expense.Paid.BANK;
        };
    }

    private @Nullable LocalDate day(String field, String typed) {
        try {
            LocalDate day = LocalDate.parse(typed);
            if (day.isAfter(terms.today()) || day.isBefore(terms.today().minusYears(5))) {
                problems.add(field, "expense.problem.day.far");
            }
            return day;
        } catch (DateTimeParseException nothing) {
            problems.add(field, "expense.problem.day");
            return null;
        }
    }

    private void text(String field, String typed, int longest, String missing) {
        if (typed.isEmpty()) {
            problems.add(field, missing);
        } else if (typed.length() > longest) {
            problems.add(field, "expense.problem.long", longest);
        }
    }

    private List<Expense.Part> parts(long cents) {
        List<Expense.Part> parts = new ArrayList<>();
        if (!form.several()) {
            Expense.Part part = part(form.ligne(), cents);
            if (part == null) {
                problems.add("ligne", "expense.problem.line");
            } else {
                parts.add(part);
            }
            return parts;
        }
        for (ExpenseForm.Row row : form.rows()) {
            long share = AmountText.grouped(row.montant()).orElse(0);
            Expense.Part part = part(row.ligne(), share);
            if (part == null) {
                problems.add("part-ligne-" + row.number(), "expense.problem.line");
            } else if (parts.stream().anyMatch(other -> other.line().equals(part.line()))) {
                problems.add("part-ligne-" + row.number(), "expense.problem.line.twice");
            } else if (share < 1) {
                problems.add("part-montant-" + row.number(), "expense.problem.amount");
            } else {
                parts.add(part);
            }
        }
        long sum = parts.stream().mapToLong(Expense.Part::cents).sum();
        if (parts.isEmpty()) {
            problems.add("part-ligne-0", "expense.problem.line");
        } else if (sum != cents) {
            problems.add("montant", "expense.problem.sum", exact(sum), exact(cents));
        }
        return parts;
    }

    private Expense.@Nullable Part part(String place, long cents) {
        for (PublishedCampaign campaign : terms.campaigns()) {
            UUID id = campaign.campaign().id().value();
            for (Plan.BudgetLine line : campaign.plan().lines()) {
                if (place.equals(id + "/" + line.id())) {
                    return new Expense.Part(
                            id,
                            line.id(),
                            cents,
                            form.compte().isEmpty() ? terms.settings().proposed(line) : form.compte(),
                            form.destination().isEmpty() ? Destination.proposed(line) : form.destination(),
                            !"autres".equals(form.source()));
                }
            }
        }
        return null;
    }

    /** More than what is left is allowed, with a reason. */
    private void over(List<Expense.Part> parts) {
        if (!form.raison().isEmpty()) {
            text("raison", form.raison(), LONGEST_TEXT, "");
            return;
        }
        new LineMoney(terms.uses(), terms.freed())
                .lacking(parts).entrySet().stream()
                        .findFirst()
                        .ifPresent(first -> problems.add(
                                "raison", "expense.problem.over", first.getKey().label(), exact(first.getValue())));
    }

    private String exact(long cents) {
        return MoneyText.exact(cents, terms.locale());
    }
}
