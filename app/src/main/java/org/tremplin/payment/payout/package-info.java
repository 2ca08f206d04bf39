/** What the provider keeps for itself. */
@NullMarked
package org.tremplin.payment.payout;

import org.jspecify.annotations.NullMarked;
