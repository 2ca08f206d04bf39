package org.tremplin.donation.give;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How many gifts may be begun and not paid within an hour (incidents.md, 12). Paid ones never count, so that a
 * hall full of donors behind one address gives on.
 *
 * @param patience a gift younger than this may still be at the bank
 * @param perBlock given up by one address block
 * @param perEmail given up by one e-mail address
 * @param perKey forms sent by one browser with one key
 * @param perCampaign given up on one campaign: from then on each answer waits
 * @param rush as many times as that, counting those that may still be at the bank
 * @param slowDown how long an answer waits then
 * @param mailsPerEmail links to finish a gift later, mailed to one address
 */
@ConfigurationProperties("tremplin.donation.limits")
record LimitSettings(
        Duration patience,
        int perBlock,
        int perEmail,
        int perKey,
        int perCampaign,
        int rush,
        Duration slowDown,
        int mailsPerEmail) {}
