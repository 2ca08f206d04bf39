/** A second provider behind the same port: it charges nobody and tells its events through the same intake. */
@NullMarked
package org.tremplin.payment.simulated;

import org.jspecify.annotations.NullMarked;
