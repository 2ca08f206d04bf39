package org.tremplin.donation.refund;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tremplin.ledger.Account;
import org.tremplin.ledger.Entry;
import org.tremplin.ledger.Posting;
import org.tremplin.payment.DisputeLost;
import org.tremplin.payment.DisputeMoved;
import org.tremplin.payment.DisputeOpened;
import org.tremplin.payment.DisputeWon;
import org.tremplin.payment.RefundReturned;
import org.tremplin.payment.RefundTaken;

/**
 * What one fact about a refund or a dispute moves (rules.md 7.4, the table of entries). What leaves the account it comes
 * from, the provider's balance unless it was kept elsewhere, is the sum of the others.
 *
 * @param source the refund or dispute
 * @param goneCents leaves the income of gifts; negative when it comes back
 * @param heldCents goes into what disputes hold; negative when it leaves it
 * @param feeCents taken as a fee; negative when it comes back
 * @param from account that the money leaves
 */
record Movement(
        Kind kind,
        UUID source,
        String purpose,
        UUID payment,
        UUID subject,
        long goneCents,
        long heldCents,
        long feeCents,
        String currency,
        Instant at,
        String from) {

    enum Kind {
        REFUND,
        DISPUTE,
        /** The bank refused a cheque. */
        REJECTION,
        /** Given back by hand. */
        RETURN
    }

    private static final String COST_OF_APPEAL = "C2.1";

    static Movement of(RefundTaken fact) {
        return refund(fact.refund(), "taken", fact.payment(), fact.subject(), fact.currency(), fact.at())
                .gone(fact.cents())
                .fee(-fact.feeBackCents());
    }

    static Movement of(RefundReturned fact) {
        return refund(fact.refund(), "returned", fact.payment(), fact.subject(), fact.currency(), fact.at())
                .gone(-fact.cents())
                .fee(-fact.feeBackCents());
    }

    static Movement of(DisputeOpened fact) {
        return dispute(fact.dispute(), "opened", fact.payment(), fact.subject(), fact.currency(), fact.at())
                .held(fact.cents())
                .fee(fact.feeCents());
    }

    static Movement of(DisputeWon fact) {
        return dispute(fact.dispute(), "won", fact.payment(), fact.subject(), fact.currency(), fact.at())
                .held(-fact.cents())
                .fee(-fact.feeBackCents());
    }

    static Movement of(DisputeLost fact) {
        return dispute(fact.dispute(), "lost", fact.payment(), fact.subject(), fact.currency(), fact.at())
                .gone(fact.cents())
                .held(-fact.cents());
    }

    /** What is lost no more comes back first; what moved is booked even when it is nothing, so that it is done. */
    static Stream<Movement> of(DisputeMoved fact) {
        UUID undoes = fact.undoes();
        Movement moved = dispute(fact.id(), "moved", fact.payment(), fact.subject(), fact.currency(), fact.at())
                .gone(fact.lostCents())
                .held(fact.withdrawnCents() - fact.lostCents())
                .fee(fact.feeCents());
        if (undoes == null) {
            return Stream.of(moved);
        }
        Movement regained = dispute(undoes, "regained", fact.payment(), fact.subject(), fact.currency(), fact.at())
                .gone(-fact.undoneCents())
                .held(fact.undoneCents());
        return Stream.of(regained, moved);
    }

    /** @param from where the cheque stood */
    static Movement rejected(ReversedGift gift, UUID payment, Instant at, String from) {
        return new Movement(
                Kind.REJECTION, payment, "rejected", payment, gift.id(), gift.cents(), 0, 0, gift.currency(), at, from);
    }

    /** @param operation the same one again is the same money */
    static Movement returned(ReversedGift gift, UUID payment, UUID operation, long cents, Instant at, String from) {
        return new Movement(
                Kind.RETURN, operation, "handed", payment, gift.id(), cents, 0, 0, gift.currency(), at, from);
    }

    private static Movement refund(
            UUID source, String purpose, UUID payment, UUID subject, String currency, Instant at) {
        return new Movement(Kind.REFUND, source, purpose, payment, subject, 0, 0, 0, currency, at, Account.PROVIDER);
    }

    private static Movement dispute(
            UUID source, String purpose, UUID payment, UUID subject, String currency, Instant at) {
        return new Movement(Kind.DISPUTE, source, purpose, payment, subject, 0, 0, 0, currency, at, Account.PROVIDER);
    }

    private Movement gone(long cents) {
        return new Movement(kind, source, purpose, payment, subject, cents, heldCents, feeCents, currency, at, from);
    }

    private Movement held(long cents) {
        return new Movement(kind, source, purpose, payment, subject, goneCents, cents, feeCents, currency, at, from);
    }

    private Movement fee(long cents) {
        return new Movement(kind, source, purpose, payment, subject, goneCents, heldCents, cents, currency, at, from);
    }

    /** Nothing to book when all amounts are zero. */
    boolean moves() {
        return goneCents != 0 || heldCents != 0 || feeCents != 0;
    }

    /**
     * @param costs the budget's line of collection costs
     * @param label whether the gift counts no more, or again
     */
    Posting posting(ReversedGift gift, UUID costs, LocalDate day, String label) {
        List<Entry> entries = new ArrayList<>();
        add(entries, gift.account(), goneCents, gift.campaign(), gift.line(), gift.origin());
        add(entries, Account.DISPUTED, heldCents, gift.campaign(), null, null);
        add(entries, Account.FEES, feeCents, gift.campaign(), costs, COST_OF_APPEAL);
        add(entries, from, -(goneCents + heldCents + feeCents), gift.campaign(), null, null);
        return new Posting(
                gift.association(),
                "DONS",
                day,
                new Posting.Source(kind.name().toLowerCase(Locale.ROOT), source, purpose),
                label,
                entries);
    }

    private void add(
            List<Entry> entries,
            String account,
            long cents,
            UUID campaign,
            @Nullable UUID line,
            @Nullable String origin) {
        if (cents != 0) {
            entries.add(new Entry(account, cents, currency, campaign, line, origin, true));
        }
    }
}
