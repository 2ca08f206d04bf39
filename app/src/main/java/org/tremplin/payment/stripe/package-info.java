/** Stripe behind the port; the only package that knows its library. */
@NullMarked
package org.tremplin.payment.stripe;

import org.jspecify.annotations.NullMarked;
