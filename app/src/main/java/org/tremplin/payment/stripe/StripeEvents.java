package org.tremplin.payment.stripe;

import java.util.List;

/** What the endpoint at Stripe has to send, and the version it has to speak (stripe-java 33, rules.md 3.3). */
final class StripeEvents {

    /** Events of another release train cannot be decoded. */
    static final String TRAIN = "dahlia";

    static final String PATH = "/webhooks/stripe";

    static final List<String> NEEDED = List.of(
            "checkout.session.completed",
            "checkout.session.async_payment_succeeded",
            "checkout.session.async_payment_failed",
            "checkout.session.expired",
            "payment_intent.payment_failed",
            "charge.succeeded",
            "charge.updated",
            "charge.refunded",
            "refund.created",
            "refund.updated",
            "refund.failed",
            "charge.dispute.created",
            "charge.dispute.updated",
            "charge.dispute.closed",
            "charge.dispute.funds_withdrawn",
            "charge.dispute.funds_reinstated");

    private StripeEvents() {}
}
