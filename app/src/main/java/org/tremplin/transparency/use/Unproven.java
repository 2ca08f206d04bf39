package org.tremplin.transparency.use;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What expenses spent on a line and nobody can look at a proof of.
 *
 * @param giftCents of gifts
 * @param elsewhereCents of other resources
 * @param provenOn day the latest proof of the other expenses became public; none before the first
 */
record Unproven(
        long giftCents, long elsewhereCents, @Nullable LocalDate provenOn) {

    static final Unproven NOTHING = new Unproven(0, 0, null);
}
