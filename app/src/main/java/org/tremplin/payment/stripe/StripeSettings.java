package org.tremplin.payment.stripe;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Stripe is reached.
 *
 * @param secretKey none = simulated payments, in demo only
 * @param webhookSecret one or several, for Connect has its own endpoint
 * @param apiBase another server that speaks Stripe's API
 * @param connectTimeout time to connect
 * @param readTimeout time to answer
 */
@ConfigurationProperties("tremplin.stripe")
record StripeSettings(
        @Nullable String secretKey,
        @DefaultValue List<String> webhookSecret,
        @Nullable URI apiBase,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("15s") Duration readTimeout) {

    StripeSettings {
        webhookSecret = webhookSecret.stream()
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .toList();
    }

    boolean live() {
        return secretKey != null && secretKey.contains("_live_");
    }
}
