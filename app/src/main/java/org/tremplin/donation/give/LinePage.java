package org.tremplin.donation.give;

import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.money.MoneyText;
import org.tremplin.payment.WaitingLine;
import org.tremplin.platform.web.Language;

/**
 * What a donor reads while others are before him.
 *
 * @param nothing the sum that was taken so far
 * @param place from 1; 0 once it is his turn
 * @param minutes until his turn, as far as can be told; 0 below one
 * @param passed how many before him had their turn, and @param share of the wait that is over, in percent
 * @param renewal seconds until the page asks again by itself, none when it does not
 * @param mailed whether a link to finish later went to the donor
 */
record LinePage(
        String token,
        String slug,
        String title,
        String campaignLanguage,
        String amount,
        String nothing,
        String email,
        long place,
        long minutes,
        long passed,
        long share,
        @Nullable Integer renewal,
        boolean mailed) {

    private static final int MINUTE = 60;
    private static final int SOON = 3;
    private static final int NORMAL = 10;
    private static final int SELDOM = 30;

    /** The donor has a moment to read, and to stop it. */
    private static final int TURN = 5;

    private static final int HUNDRED = 100;

    static LinePage of(
            Started gift,
            PublishedCampaign to,
            WaitingLine.Standing standing,
            boolean still,
            boolean mailed,
            Language language) {
        boolean turn = standing.where() == WaitingLine.Where.READY;
        return new LinePage(
                gift.token(),
                to.campaign().slug(),
                to.plan().title(),
                to.plan().language(),
                MoneyText.exact(gift.cents(), language.locale()),
                MoneyText.exact(0, language.locale()),
                gift.email(),
                turn ? 0 : standing.ahead() + 1,
                standing.seconds() < MINUTE ? 0 : Math.round(standing.seconds() / (double) MINUTE),
                standing.passed(),
                standing.passed() * HUNDRED / (standing.passed() + standing.ahead() + 1),
                still ? null : turn ? Integer.valueOf(TURN) : renewal(standing.seconds()),
                mailed);
    }

    private static int renewal(long seconds) {
        return seconds < MINUTE / 2 ? SOON : seconds < MINUTE * NORMAL ? NORMAL : SELDOM;
    }
}
