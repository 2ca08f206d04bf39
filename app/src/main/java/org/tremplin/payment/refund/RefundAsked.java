package org.tremplin.payment.refund;

import java.util.UUID;
import org.tremplin.platform.event.Fact;

/** A refund is noted; the provider is to be asked for it. */
@Fact(name = "payment.refund_asked")
record RefundAsked(UUID refund) {}
