package org.tremplin.payment.stripe;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.StripeException;
import com.stripe.model.Account;
import com.stripe.model.WebhookEndpoint;
import com.stripe.param.WebhookEndpointListParams;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.tremplin.platform.command.Check;
import org.tremplin.platform.command.CommandPart;
import org.tremplin.platform.command.Finding;

/** Key and mode belong together, the account answers, and Stripe sends us what we need in words we can read. */
@CommandPart
@Order(40)
class StripeCheck implements Check {

    private static final long MOST_ENDPOINTS = 100;
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final Environment environment;
    private final Clock clock;

    StripeCheck(Environment environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public List<Finding> look() {
        String mode = environment.getProperty("tremplin.mode", "demo");
        boolean demo = "demo".equalsIgnoreCase(mode);
        StripeSettings settings = Binder.get(environment).bindOrCreate("tremplin.stripe", StripeSettings.class);
        if (settings.secretKey() == null || settings.secretKey().isBlank()) {
            return List.of(demo ? Finding.good("doctor.stripe-simulated") : Finding.warning("doctor.stripe-none"));
        }
        if (demo && settings.live()) {
            return List.of(Finding.bad("doctor.stripe-live-in-demo"));
        }
        if ("platform".equalsIgnoreCase(mode)) {
            return List.of(Finding.bad("doctor.stripe-in-platform"));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(
                settings.live()
                        ? Finding.good("doctor.stripe-live")
                        : demo ? Finding.good("doctor.stripe-test") : Finding.warning("doctor.stripe-test-key"));
        if (settings.webhookSecret().isEmpty()) {
            findings.add(Finding.bad("doctor.stripe-no-webhook-secret"));
        }
        Stripe.enableTelemetry = false;
        ask(StripeConfiguration.client(settings), findings);
        return findings;
    }

    private void ask(StripeClient stripe, List<Finding> findings) {
        try {
            Account account = stripe.v1().accounts().retrieveCurrent();
            findings.add(
                    Boolean.FALSE.equals(account.getChargesEnabled())
                            ? Finding.warning("doctor.stripe-not-ready", account.getId())
                            : Finding.good("doctor.stripe-account", account.getId()));
            time(account).ifPresent(findings::add);
            endpoint(stripe, findings);
        } catch (PermissionException narrow) {
            findings.add(Finding.warning("doctor.stripe-narrow"));
        } catch (AuthenticationException refused) {
            findings.add(Finding.bad("doctor.stripe-refused"));
        } catch (StripeException failure) {
            findings.add(Finding.bad("doctor.stripe-unreachable", String.valueOf(failure.getMessage())));
        }
    }

    private Optional<Finding> time(Account account) {
        try {
            return account.getLastResponse()
                    .headers()
                    .firstValue("Date")
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant())
                    .map(this::skew);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private Finding skew(Instant told) {
        Duration off = Duration.between(told, clock.instant()).abs();
        return off.compareTo(SKEW) > 0
                ? Finding.warning("doctor.clock-stripe-off", off.toSeconds())
                : Finding.good("doctor.clock-stripe");
    }

    private void endpoint(StripeClient stripe, List<Finding> findings) throws StripeException {
        String url = environment.getProperty("tremplin.base-url", "").replaceFirst("/$", "") + StripeEvents.PATH;
        Optional<WebhookEndpoint> ours = stripe
                .v1()
                .webhookEndpoints()
                .list(WebhookEndpointListParams.builder()
                        .setLimit(MOST_ENDPOINTS)
                        .build())
                .getData()
                .stream()
                .filter(endpoint -> url.equals(endpoint.getUrl()))
                .findFirst();
        if (ours.isEmpty()) {
            findings.add(Finding.bad("doctor.endpoint-none", url));
            return;
        }
        WebhookEndpoint endpoint = ours.get();
        List<String> missing = missing(endpoint);
        if (!"enabled".equals(endpoint.getStatus())) {
            findings.add(Finding.bad("doctor.endpoint-disabled", url));
        }
        if (endpoint.getApiVersion() == null || !endpoint.getApiVersion().endsWith("." + StripeEvents.TRAIN)) {
            findings.add(Finding.bad(
                    "doctor.endpoint-version", Stripe.API_VERSION, String.valueOf(endpoint.getApiVersion())));
        }
        if (!missing.isEmpty()) {
            findings.add(Finding.bad("doctor.endpoint-events", String.join(", ", missing)));
        }
        if (findings.stream().noneMatch(finding -> finding.key().startsWith("doctor.endpoint"))) {
            findings.add(Finding.good("doctor.endpoint", url));
        }
    }

    private static List<String> missing(WebhookEndpoint endpoint) {
        List<String> sent = endpoint.getEnabledEvents();
        return sent.contains("*")
                ? List.of()
                : StripeEvents.NEEDED.stream()
                        .filter(event -> !sent.contains(event))
                        .toList();
    }
}
