package org.tremplin.payment.stripe;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import java.net.URI;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tremplin.payment.checkout.Instance;
import org.tremplin.payment.checkout.Provider;
import org.tremplin.payment.webhook.ProviderSignature;
import org.tremplin.platform.BadSetting;
import org.tremplin.platform.Mode;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.privacy.Processor;
import org.tremplin.platform.security.Keys;

/** Puts Stripe behind the port when there is a key, and checks that the settings belong together. */
@Configuration(proxyBeanMethods = false)
class StripeConfiguration {

    private static final String WITH_KEY = "!environment.getProperty('tremplin.stripe.secret-key', '').isEmpty()";

    @Bean
    @ConditionalOnExpression(WITH_KEY)
    Provider stripeProvider(StripeSettings settings, TremplinSettings instance, Instance id) {
        if (settings.live() && instance.demo()) {
            throw new BadSetting(
                    "tremplin.stripe.secret-key",
                    "In demo mode a live key is refused, so that nobody is charged by mistake: use a test key, or set"
                            + " tremplin.mode.");
        }
        if (instance.mode() == Mode.PLATFORM) {
            throw new BadSetting(
                    "tremplin.stripe.secret-key",
                    "In platform mode a Stripe key is refused: it would gather the money of all associations on one"
                            + " account. Until each can have its own, leave tremplin.stripe.secret-key out: gifts come by"
                            + " transfer and cheque.");
        }
        if (settings.webhookSecret().isEmpty()) {
            throw new BadSetting(
                    "tremplin.stripe.webhook-secret",
                    "With tremplin.stripe.secret-key the setting tremplin.stripe.webhook-secret is needed too: without"
                            + " it no payment would ever be confirmed.");
        }
        // it would write a file in the user's home
        Stripe.enableTelemetry = false;
        return new StripeProvider(client(settings), id, new StripeCalls(settings));
    }

    /** Stripe decides by itself about fraud and its own legal duties: for those it is a controller of its own. */
    @Bean
    @ConditionalOnExpression(WITH_KEY)
    Processor stripeProcessor() {
        return new Processor("stripe", "Stripe Payments Europe, Limited (Irlande)");
    }

    @Bean
    ProviderSignature providerSignature(StripeSettings settings, Keys keys, Clock clock) {
        List<String> secrets = settings.webhookSecret().isEmpty()
                ? List.of(HexFormat.of().formatHex(keys.derive("simulated webhook")))
                : settings.webhookSecret();
        return new StripeSignature(secrets, clock);
    }

    static StripeClient client(StripeSettings settings) {
        StripeClient.StripeClientBuilder client = StripeClient.builder()
                .setApiKey(String.valueOf(settings.secretKey()))
                // the retries are ours, each with the stored key
                .setMaxNetworkRetries(0)
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setReadTimeout((int) settings.readTimeout().toMillis());
        URI base = settings.apiBase();
        return base == null
                ? client.build()
                : client.setApiBase(withoutSlash(base.toString())).build();
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
