/** Reads at the provider what no event told us: open payments, undelivered events, movements of the balance. */
@NullMarked
package org.tremplin.payment.sweep;

import org.jspecify.annotations.NullMarked;
