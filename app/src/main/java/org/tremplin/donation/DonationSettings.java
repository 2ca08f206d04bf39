package org.tremplin.donation;

import java.time.MonthDay;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Limits of a gift and the estimate of what a provider keeps.
 *
 * @param minimumCents smallest gift
 * @param maximumCents largest gift online
 * @param feeBasisPoints estimated fee, in hundredths of a percent
 * @param feeFixedCents estimated fixed fee
 * @param receiptsBy day of the next year by which treasurers write tax receipts, while the application issues none
 * @param promiseDays how many days an announced transfer or cheque is waited for
 */
@ConfigurationProperties("tremplin.donation")
public record DonationSettings(
        long minimumCents,
        long maximumCents,
        long feeBasisPoints,
        long feeFixedCents,
        MonthDay receiptsBy,
        int promiseDays) {

    /** What a payment of this amount is estimated to cost, in cents. */
    public long feeCents(long cents) {
        return Math.floorDiv(cents * feeBasisPoints + 5_000, 10_000) + feeFixedCents;
    }

    /** What was given when this payment covers its fees: the other way round of {@link #coveringCents}. */
    public long coveredCents(long payment) {
        return payment - feeCents(payment);
    }

    /** The smallest payment of which, after its estimated fee, at least this amount is left. */
    public long coveringCents(long cents) {
        long payment = (cents + feeFixedCents) * 10_000 / (10_000 - feeBasisPoints);
        while (payment - feeCents(payment) > cents) {
            payment--;
        }
        while (payment - feeCents(payment) < cents) {
            payment++;
        }
        return payment;
    }
}
