/** Gifts that leave again: asked for, given back, disputed; what the books and the donor hear of it. */
@NullMarked
package org.tremplin.donation.refund;

import org.jspecify.annotations.NullMarked;
