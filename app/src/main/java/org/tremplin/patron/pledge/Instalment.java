package org.tremplin.patron.pledge;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One payment of a promise. Its parts, awaited, due, received and withdrawn, add up to what was promised, whatever came in
 * which order.
 *
 * @param reference what the patron writes on a transfer
 * @param payKey once-only key of the gift form by which it is paid
 * @param releasedOn the day its condition was met, or its date
 * @param withdrawnOn the day the rest was taken back
 * @param netCents of the gifts that pay it: settled, less what went back
 */
record Instalment(
        UUID pledge,
        int number,
        long cents,
        Condition condition,
        String reference,
        String payKey,
        @Nullable LocalDate releasedOn,
        @Nullable LocalDate withdrawnOn,
        long netCents) {

    /** Days to pay in, as the agreement says. */
    static final int DAYS_TO_PAY = 30;

    static final int MOST = 2;

    Instalment {
        if (cents < 1 || netCents < 0) {
            throw new IllegalArgumentException("No instalment of " + cents + " with " + netCents + " paid");
        }
    }

    /** What a gift paid beyond the instalment is a gift like any other. */
    long receivedCents() {
        return Math.min(cents, netCents);
    }

    /** What is not here. */
    long restCents() {
        return cents - receivedCents();
    }

    long awaitedCents() {
        return withdrawnOn == null && releasedOn == null ? restCents() : 0;
    }

    /** Still expected, released or not: money may come before what it waits for. */
    long outstandingCents() {
        return withdrawnOn == null ? restCents() : 0;
    }

    /** Late or not. */
    long dueCents() {
        return withdrawnOn == null && releasedOn != null ? restCents() : 0;
    }

    long withdrawnCents() {
        return withdrawnOn == null ? 0 : restCents();
    }

    /** Last day to pay; none while it is not released. */
    @Nullable
    LocalDate payBy() {
        return releasedOn == null ? null : releasedOn.plusDays(DAYS_TO_PAY);
    }

    InstalmentState state(LocalDate today) {
        if (restCents() == 0) {
            return InstalmentState.RECEIVED;
        }
        if (withdrawnOn != null) {
            return InstalmentState.WITHDRAWN;
        }
        LocalDate last = payBy();
        return last == null
                ? InstalmentState.AWAITED
                : today.isAfter(last) ? InstalmentState.LATE : InstalmentState.DUE;
    }

    /** The first day counts: released again, it stays as it is. */
    Instalment released(LocalDate on) {
        return with(releasedOn == null ? on : releasedOn, withdrawnOn, netCents);
    }

    Instalment withdrawn(LocalDate on) {
        return with(releasedOn, withdrawnOn == null ? on : withdrawnOn, netCents);
    }

    Instalment paid(long net) {
        return with(releasedOn, withdrawnOn, net);
    }

    private Instalment with(@Nullable LocalDate released, @Nullable LocalDate withdrawn, long net) {
        return new Instalment(pledge, number, cents, condition, reference, payKey, released, withdrawn, net);
    }
}
