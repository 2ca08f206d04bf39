package org.tremplin.transparency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an association spends of the money of its campaigns, or commits itself to spend.
 *
 * @param version grows with each change of its content, so that nobody approves what they did not read
 * @param author the person who entered it
 * @param approver who decided, never its author
 * @param answer why it was refused, or what the approver wants to know; empty for none
 * @param replaces the expense this one corrects; one without parts takes it back
 * @param reason of the correction, public
 * @param forgotten its texts are erased
 */
public record Expense(
        UUID id,
        UUID association,
        Kind kind,
        ExpenseState state,
        int version,
        Invoice invoice,
        UUID author,
        Instant createdAt,
        @Nullable Instant submittedAt,
        @Nullable UUID approver,
        @Nullable Instant decidedAt,
        String answer,
        @Nullable UUID replaces,
        String reason,
        boolean forgotten) {

    public enum Kind {
        EXPENSE,
        /** A quote or an order: money that is promised and not spent yet. */
        COMMITMENT
    }

    public enum Paid {
        BANK,
        CASH,
        LATER
    }

    /** Cents over all lines; 0 for a correction that takes an expense back. */
    public long cents() {
        return invoice.cents();
    }

    /** Whether it takes back what it replaces. */
    public boolean reversal() {
        return replaces != null && invoice.parts().isEmpty();
    }

    public Set<UUID> campaigns() {
        return invoice.parts().stream().map(Part::campaign).collect(Collectors.toSet());
    }

    /** The same, on these lines. */
    public Expense with(List<Part> parts) {
        return with(invoice.on(parts), version, reason);
    }

    /** Another content. */
    public Expense with(Invoice invoice, int version, String reason) {
        return new Expense(
                id,
                association,
                kind,
                state,
                version,
                invoice,
                author,
                createdAt,
                submittedAt,
                approver,
                decidedAt,
                answer,
                replaces,
                reason,
                forgotten);
    }

    public Expense submitted(Instant at) {
        return moved(ExpenseState.SUBMITTED, invoice, at, null, null, "");
    }

    /** Back with its author. @param question of an approver; empty when the author takes it back */
    public Expense returned(String question) {
        return moved(ExpenseState.DRAFT, invoice, submittedAt, null, null, question);
    }

    /** Paid already when its invoice says so. */
    public Expense approved(UUID by, Instant at) {
        boolean paid = kind == Kind.EXPENSE && invoice.paid() != Paid.LATER;
        return moved(ExpenseState.APPROVED, invoice, submittedAt, by, at, "").then(paid);
    }

    public Expense refused(UUID by, Instant at, String why) {
        return moved(ExpenseState.REFUSED, invoice, submittedAt, by, at, why);
    }

    public Expense paid(Paid how, LocalDate on) {
        return moved(ExpenseState.PAID, invoice.paid(how, on), submittedAt, approver, decidedAt, answer);
    }

    /** Another one took its place. */
    public Expense replacedBy(Expense correction) {
        ExpenseState next = correction.reversal() ? ExpenseState.REVERSED : ExpenseState.AMENDED;
        return moved(next, invoice, submittedAt, approver, decidedAt, answer);
    }

    private Expense then(boolean paid) {
        return paid ? moved(ExpenseState.PAID, invoice, submittedAt, approver, decidedAt, answer) : this;
    }

    /** @throws IllegalStateException for a move that is not in the table */
    private Expense moved(
            ExpenseState next,
            Invoice invoice,
            @Nullable Instant submittedAt,
            @Nullable UUID approver,
            @Nullable Instant decidedAt,
            String answer) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException("An expense that is " + state + " cannot become " + next);
        }
        if (author.equals(approver)) {
            throw new IllegalStateException("Nobody decides on their own expense");
        }
        return new Expense(
                id,
                association,
                kind,
                next,
                version,
                invoice,
                author,
                createdAt,
                submittedAt,
                approver,
                decidedAt,
                answer,
                replaces,
                reason,
                forgotten);
    }

    /**
     * What the paper says and where it belongs.
     *
     * @param day written on the invoice, or of the quote
     * @param supplier private unless {@code supplierShown}
     * @param purpose one public sentence
     * @param paidOn none when it is paid later
     * @param overReason why it is more than what is left, where it is
     * @param commitment the quote or order it consumes
     * @param settles nothing of that commitment is left to spend after it
     */
    public record Invoice(
            LocalDate day,
            String supplier,
            boolean supplierShown,
            String purpose,
            Paid paid,
            @Nullable LocalDate paidOn,
            String overReason,
            @Nullable UUID commitment,
            boolean settles,
            List<Part> parts) {

        public Invoice {
            parts = List.copyOf(parts);
        }

        Invoice on(List<Part> parts) {
            return new Invoice(
                    day, supplier, supplierShown, purpose, paid, paidOn, overReason, commitment, settles, parts);
        }

        /** The same, and how it was paid. */
        public Invoice paid(Paid how, LocalDate on) {
            return new Invoice(day, supplier, supplierShown, purpose, how, on, overReason, commitment, settles, parts);
        }

        /** The paper of a correction that takes its expense back: nothing is spent. */
        public Invoice nothing() {
            return new Invoice(day, supplier, supplierShown, purpose, paid, paidOn, "", null, false, List.of());
        }

        public long cents() {
            return parts.stream().mapToLong(Part::cents).sum();
        }
    }

    /**
     * The part of an invoice that is spent on one line.
     *
     * @param account charge account of the French chart (rules.md 7.4)
     * @param crod destination (rules.md 2.2)
     * @param publicGenerosity paid from gifts; else from the other resources of the campaign
     */
    public record Part(UUID campaign, UUID line, long cents, String account, String crod, boolean publicGenerosity) {}
}
