package org.tremplin.donation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What came after a gift was settled, as its donor may see it.
 *
 * @param goneCents what is back with the donor: refunded, or taken back by the bank
 * @param goneOn day of the last of it, in the association's zone
 * @param onTheWayCents asked of the provider, not taken yet
 * @param request whether the donor asked for the gift back
 * @param answer of the association, when it declined
 */
public record Aftermath(
        long goneCents,
        @Nullable LocalDate goneOn,
        long onTheWayCents,
        Request request,
        @Nullable String answer) {

    /** Where a donor's wish to have the gift back stands. */
    public enum Request {
        NONE,
        ASKED,
        GRANTED,
        DECLINED
    }

    Aftermath with(long onTheWay) {
        return new Aftermath(goneCents, goneOn, onTheWay, request, answer);
    }

    public static Aftermath none() {
        return new Aftermath(0, null, 0, Request.NONE, null);
    }
}
