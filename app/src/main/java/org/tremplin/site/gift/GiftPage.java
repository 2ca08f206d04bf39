package org.tremplin.site.gift;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Payee;
import org.tremplin.platform.web.About;
import org.tremplin.transparency.RemainderText;

/**
 * What the donor sees after giving, as long as the address is kept.
 *
 * @param language of the campaign's text
 * @param renewal seconds until the page asks again by itself, none when it does not
 * @param day it settled, in words
 * @param use what became of it; none until it settled, and once all of it is back
 * @param line the one the donor chose, none when it is shared
 * @param rest what was not spent of the ended campaign, none while it runs or once nothing is left
 * @param consent about another use of a gift for a chosen line, none where there is nothing to say
 * @param back what went back to the donor, once the gift settled
 * @param sending how an announced gift is sent, none for every other
 * @param publicName whether the first name is shown in the public journal
 * @param receiptBy until when the treasurer writes the receipt, none when it was not asked for
 * @param ended whether the campaign takes no more gifts
 * @param share address of the campaign; @param mail a ready mail
 */
record GiftPage(
        String token,
        State state,
        String slug,
        String title,
        String language,
        String association,
        String firstName,
        boolean publicName,
        String amount,
        @Nullable Integer renewal,
        @Nullable String day,
        @Nullable GiftUse use,
        @Nullable String line,
        @Nullable Rest rest,
        @Nullable Consent consent,
        @Nullable Back back,
        @Nullable Sending sending,
        @Nullable String receiptBy,
        String statement,
        @Nullable String endsOn,
        boolean ended,
        String share,
        String mail,
        About about) {

    /**
     * @param answer {@code WAITING}, {@code YES} or {@code NO}; {@code NONE} while nobody asks, though some of the line is
     *     to be decided
     * @param to line that is proposed, none to share it; @param day of the answer, none while it is awaited
     */
    record Consent(
            String answer,
            String line,
            @Nullable String to,
            String reason,
            @Nullable String day) {}

    /**
     * @param terms the sentence the donor accepted for that, may be empty
     * @param stated the newest first
     */
    record Rest(String terms, List<RemainderText> stated) {}

    /**
     * @param amount that is back, none when nothing is; @param day of the last of it
     * @param whole whether all of it is back
     * @param onTheWay amount that is being refunded
     * @param request where the donor's own wish stands: NONE, ASKED, GRANTED or DECLINED
     * @param answer of the association, when it declined
     */
    record Back(
            @Nullable String amount,
            @Nullable String day,
            boolean whole,
            @Nullable String onTheWay,
            String request,
            @Nullable String answer) {}

    /**
     * @param reference what the donor writes on it; @param until the last day, in words
     * @param transfer and @param cheque one of them, unless the association took it back
     * @param qr of the transfer, as an SVG
     */
    record Sending(
            String amount,
            String reference,
            String until,
            Payee.@Nullable Transfer transfer,
            Payee.@Nullable Cheque cheque,
            @Nullable String qr) {}

    enum State {
        /** On the way: the bank has not answered yet. */
        WAITING,
        /** The bank takes days: announced, not counted. */
        PENDING,
        SETTLED,
        /** Announced, to come by transfer or cheque: in no total. */
        PROMISED,
        /** Announced, and waited for no more. */
        LAPSED,
        /** Not paid, may be tried again. */
        UNPAID
    }
}
