package org.tremplin.payment.checkout;

import java.util.UUID;
import org.tremplin.platform.event.Fact;

/** A try to pay was refused in an open session. */
@Fact(name = "payment.card_declined")
public record CardDeclined(UUID payment) {}
