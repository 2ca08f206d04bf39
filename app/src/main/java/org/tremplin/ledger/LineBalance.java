package org.tremplin.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the books say of a budget line of a campaign, in cents.
 *
 * @param line none for what no line was chosen for
 * @param receivedCents resources from the generosity of the public, what went back taken off
 * @param spentCents charges, whatever paid them
 * @param elsewhereCents the part of those not paid by the generosity of the public
 */
public record LineBalance(
        UUID campaign, @Nullable UUID line, long receivedCents, long spentCents, long elsewhereCents) {}
