package org.tremplin.campaign.follow;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.tremplin.platform.BadSetting;

/** @param mailsPerMinute mails of news queued in a minute, for each rhythm; 1 to 10,000 */
@ConfigurationProperties("tremplin.campaign.news")
record NewsSettings(int mailsPerMinute) {

    NewsSettings {
        if (mailsPerMinute < 1 || mailsPerMinute > 10_000) {
            throw new BadSetting(
                    "tremplin.campaign.news.mails-per-minute",
                    "The setting tremplin.campaign.news.mails-per-minute must be a number from 1 to 10000.");
        }
    }
}
