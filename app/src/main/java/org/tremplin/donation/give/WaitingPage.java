package org.tremplin.donation.give;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.Language;

/**
 * What a donor reads when the provider's page cannot be opened: which amount stands, and what a new try would pay.
 *
 * @param why start of the message keys
 * @param amount of the gift that is stored: what is paid when it is resumed
 * @param change what the donor wanted instead, when that could not be stored
 * @param mailed whether a link to finish later went to the donor
 */
record WaitingPage(
        String why,
        String token,
        String slug,
        String amount,
        @Nullable Change change,
        boolean mailed) {

    static WaitingPage of(String why, String token, long cents, PublishedCampaign to, Language language) {
        return new WaitingPage(why, token, to.campaign().slug(), text(cents, language), null, false);
    }

    static WaitingPage of(Given.Unchanged kept, Map<String, String> form, PublishedCampaign to, Language language) {
        String wanted = kept.wanted() == kept.cents() ? null : text(kept.wanted(), language);
        String slug = to.campaign().slug();
        Change change = new Change(wanted, Map.copyOf(form));
        return new WaitingPage("unchanged", kept.token(), slug, text(kept.cents(), language), change, false);
    }

    WaitingPage mailed(boolean sent) {
        return new WaitingPage(why, token, slug, amount, change, sent);
    }

    private static String text(long cents, Language language) {
        return MoneyText.brief(cents, language.locale());
    }

    /**
     * @param amount none when it is the same and something else changed
     * @param form what was sent, to be sent again as it is
     */
    record Change(@Nullable String amount, Map<String, String> form) {}
}
