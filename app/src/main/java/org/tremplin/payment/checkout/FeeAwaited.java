package org.tremplin.payment.checkout;

import java.util.UUID;
import org.tremplin.platform.event.Fact;

/** A paid payment whose fee the provider can now tell. */
@Fact(name = "payment.fee_awaited")
public record FeeAwaited(UUID payment) {}
