/** Taking a person to the provider's page and back; the port a provider stands behind. */
@NullMarked
package org.tremplin.payment.checkout;

import org.jspecify.annotations.NullMarked;
