package org.tremplin.payment.checkout;

import org.tremplin.payment.PaymentState;

/** What the provider can say of a session, in the order in which it happens. */
public enum Word {
    /** Nothing yet. */
    OPEN(PaymentState.OPEN, false),
    /** A try was refused; the payer may try again on the same page. */
    DECLINED(PaymentState.FAILED, false),
    /** Checked out with a delayed method. */
    PROCESSING(PaymentState.PENDING, false),
    /** The session ran out or was closed, unpaid. */
    EXPIRED(PaymentState.EXPIRED, true),
    /** The delayed payment failed: this session takes no other. */
    BOUNCED(PaymentState.FAILED, true),
    PAID(PaymentState.SUCCEEDED, true);

    private final PaymentState state;
    private final boolean last;

    Word(PaymentState state, boolean last) {
        this.state = state;
        this.last = last;
    }

    PaymentState state() {
        return state;
    }

    /** Whether money came or is promised with it. */
    public boolean paid() {
        return state.paid();
    }

    /** Whether the session is over with it. */
    boolean last() {
        return last;
    }
}
