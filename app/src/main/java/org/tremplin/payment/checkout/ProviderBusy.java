package org.tremplin.payment.checkout;

import java.time.Duration;

/** The provider takes no more for now: too many at once. */
public final class ProviderBusy extends ProviderUnreachable {

    private final Duration wait;

    /** @param wait how long it asks us to; zero when it does not say */
    public ProviderBusy(Duration wait, Throwable cause) {
        super(cause);
        this.wait = wait;
    }

    Duration retryAfter() {
        return wait;
    }
}
