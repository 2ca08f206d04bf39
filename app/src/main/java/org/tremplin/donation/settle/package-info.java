/** From the provider's word to the books. */
@NullMarked
package org.tremplin.donation.settle;

import org.jspecify.annotations.NullMarked;
