package org.tremplin.payment.sweep;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param sweepInterval how often open payments and missed events are re-read; zero turns it off */
@ConfigurationProperties("tremplin.payment")
record SweepSettings(Duration sweepInterval) {

    boolean off() {
        return sweepInterval.isZero() || sweepInterval.isNegative();
    }
}
