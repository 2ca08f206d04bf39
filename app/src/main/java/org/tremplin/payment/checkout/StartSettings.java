package org.tremplin.payment.checkout;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.tremplin.platform.BadSetting;

/** @param sessionStartsPerSecond how many payments may be started in a second, per account; at least one */
@ConfigurationProperties("tremplin.payment")
record StartSettings(int sessionStartsPerSecond) {

    /** In any one second at most 5/4 of the rate start: with 20 that is the 25 Stripe allows (money.md). */
    private static final double BURST = 0.25;

    Bucket.Rate rate() {
        if (sessionStartsPerSecond < 1) {
            throw new BadSetting(
                    "tremplin.payment.session-starts-per-second",
                    "At least 1 payment a second must be allowed to start, not " + sessionStartsPerSecond + ".");
        }
        return new Bucket.Rate(sessionStartsPerSecond, Math.max(1, sessionStartsPerSecond * BURST));
    }
}
