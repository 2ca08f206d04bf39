package org.tremplin.donation.refund;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One gift as the treasurer sees it.
 *
 * @param gone what is back with the donor, none when nothing is
 * @param left cents that may still be given back by the provider
 * @param suggested the same as a person types it
 * @param reason of the donor who asks for it back, none when nobody asks; it may be empty
 * @param done what was just done: {@code rembourse}, {@code refuse}, {@code rendu}
 * @param byHand its money never was at the provider
 */
record RefundPage(
        String slug,
        UUID id,
        String name,
        String email,
        String amount,
        @Nullable String gone,
        String kept,
        @Nullable String settledOn,
        long left,
        String leftText,
        String suggested,
        @Nullable String reason,
        @Nullable String askedOn,
        List<Line> refunds,
        @Nullable String done,
        boolean byHand,
        String today) {

    record Line(String day, String amount, String state) {}
}
