package org.tremplin.payment.refund;

import org.tremplin.platform.event.Fact;

/**
 * The provider told something of a refund: it is read anew, so that neither order nor repetition matters.
 *
 * @param account the connected account it belongs to, empty for our own
 * @param refund the provider's id
 */
@Fact(name = "payment.refund_seen")
public record RefundSeen(String account, String refund) {}
