package org.tremplin.donation.reconcile;

import org.tremplin.payment.FakeStripe;

/**
 * What becomes of one gift at the provider.
 *
 * @param cents at least 500
 * @param minutes that pass between two steps of it
 */
record Life(long cents, Way way, int minutes) {

    private static final long DISPUTE_FEE = 2_000;

    enum Way {
        LEFT_OPEN,
        EXPIRED,
        DECLINED,
        DECLINED_THEN_PAID,
        PAID,
        DEBIT_ON_ITS_WAY,
        DEBIT_BOUNCED,
        DEBIT_ARRIVED,
        DEBIT_RETURNED,
        REFUNDED_IN_PART,
        REFUNDED_TWICE,
        REFUNDED_WHOLE,
        REFUND_SENT_BACK,
        DISPUTED,
        DISPUTE_WON,
        DISPUTE_LOST,
        DISPUTE_LOST_THE_SECOND_TIME
    }

    void happen(FakeStripe stripe, String session, Runnable pass) {
        pass.run();
        switch (way) {
            case LEFT_OPEN -> {}
            case EXPIRED -> stripe.expire(session);
            case DECLINED -> stripe.decline(session);
            case DECLINED_THEN_PAID -> {
                stripe.decline(session);
                pass.run();
                stripe.pay(session);
            }
            case DEBIT_ON_ITS_WAY, DEBIT_BOUNCED, DEBIT_ARRIVED, DEBIT_RETURNED -> debit(stripe, session, pass);
            default -> afterwards(stripe, stripe.pay(session), pass);
        }
    }

    private void debit(FakeStripe stripe, String session, Runnable pass) {
        String charge = stripe.process(session);
        pass.run();
        if (way == Way.DEBIT_BOUNCED) {
            stripe.bounce(session);
        } else if (way != Way.DEBIT_ON_ITS_WAY) {
            stripe.arrive(session);
        }
        if (way == Way.DEBIT_RETURNED) {
            pass.run();
            stripe.dispute(charge, 0, "lost");
        }
    }

    private void afterwards(FakeStripe stripe, String charge, Runnable pass) {
        pass.run();
        switch (way) {
            case REFUNDED_IN_PART -> stripe.refund(charge, 300);
            case REFUNDED_TWICE -> {
                stripe.refund(charge, 100);
                pass.run();
                stripe.refund(charge, 200);
            }
            case REFUNDED_WHOLE -> stripe.refund(charge, cents);
            case REFUND_SENT_BACK -> {
                String refund = stripe.refund(charge, 200);
                pass.run();
                stripe.sendBack(refund);
            }
            case DISPUTED -> stripe.dispute(charge, DISPUTE_FEE, "needs_response");
            case DISPUTE_WON -> {
                String dispute = stripe.dispute(charge, DISPUTE_FEE, "needs_response");
                pass.run();
                stripe.win(dispute, DISPUTE_FEE);
            }
            case DISPUTE_LOST -> {
                String dispute = stripe.dispute(charge, DISPUTE_FEE, "needs_response");
                pass.run();
                stripe.lose(dispute);
            }
            case DISPUTE_LOST_THE_SECOND_TIME -> {
                String dispute = stripe.dispute(charge, DISPUTE_FEE, "needs_response");
                pass.run();
                stripe.win(dispute, DISPUTE_FEE);
                pass.run();
                stripe.withdrawAgain(dispute, DISPUTE_FEE);
                pass.run();
                stripe.lose(dispute);
            }
            default -> {}
        }
    }
}
