/** Compares what the provider is known to have done with gifts and books, and books what is missing. */
@NullMarked
package org.tremplin.donation.reconcile;

import org.jspecify.annotations.NullMarked;
