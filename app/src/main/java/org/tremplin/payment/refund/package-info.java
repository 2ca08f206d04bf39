/** Giving money back, and learning what became of it; also of refunds made in the provider's dashboard. */
@NullMarked
package org.tremplin.payment.refund;

import org.jspecify.annotations.NullMarked;
