package org.tremplin.campaign;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What publication asks for beside the plan itself. It is of the campaign, not of an edition.
 *
 * @param decidedOn day on which the board decided to ask for gifts
 * @param minutes where the paper of that decision is kept
 * @param noReceipts whether the association says that its gifts give no tax receipt
 * @param contact whom donors ask about their personal data; public
 * @param savedOn day on which it was last said, none when nothing was
 */
public record Formalities(
        @Nullable LocalDate decidedOn,
        String minutes,
        boolean noReceipts,
        String contact,
        @Nullable LocalDate savedOn) {

    public static Formalities none() {
        return new Formalities(null, "", false, "", null);
    }

    /** All said at once. */
    public static Formalities said(LocalDate decidedOn, String minutes, boolean noReceipts, String contact) {
        return new Formalities(decidedOn, minutes, noReceipts, contact, null);
    }
}
