package org.tremplin.campaign.follow;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.CampaignId;
import org.tremplin.platform.web.Language;

/**
 * Somebody who follows a campaign by mail.
 *
 * @param token opens the page where they choose and leave; only their mails hold it
 * @param confirmedAt none until they pressed the button of the mailed page
 * @param toldUntil what was public by then they know
 */
record Follower(
        UUID id,
        CampaignId campaign,
        String email,
        Language language,
        Rhythm rhythm,
        String token,
        Instant askedAt,
        @Nullable Instant confirmedAt,
        Instant toldUntil) {

    enum Rhythm {
        IMMEDIATE,
        WEEKLY;

        static Rhythm of(@Nullable String code) {
            return "weekly".equals(code) || "hebdomadaire".equals(code) ? WEEKLY : IMMEDIATE;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean confirmed() {
        return confirmedAt != null;
    }

    /** Its page, under the language's root. */
    String page() {
        return "/suivi/" + token;
    }

    /** Not for logs. */
    @Override
    public String toString() {
        return "follower " + id;
    }
}
