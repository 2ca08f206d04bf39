package org.tremplin.payment.refund;

import org.tremplin.platform.event.Fact;

/**
 * The provider told that something of a charge was given back: its refunds are read.
 *
 * @param account the connected account it belongs to, empty for our own
 * @param charge the provider's id
 */
@Fact(name = "payment.charge_refunded")
public record ChargeRefunded(String account, String charge) {}
