package org.tremplin.payment.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.tremplin.platform.alarm.Alarms;
import reactor.core.publisher.Mono;

/** What a person must hear of among the provider's events. */
@Component
class EventAlarms {

    /** Milliseconds. */
    private static final long QUIET = Duration.ofMinutes(1).toMillis();

    private final Alarms alarms;
    private final Clock clock;
    private final AtomicLong lastRefused = new AtomicLong();

    EventAlarms(Alarms alarms, Clock clock) {
        this.alarms = alarms;
        this.clock = clock;
    }

    /**
     * Never fails: an answer to a stranger does not depend on the database. Written once a minute at most: whoever
     * floods the door with unsigned bodies does not reach the database with each.
     */
    Mono<Void> refused() {
        long last = lastRefused.get();
        long now = clock.millis();
        boolean quiet = now >= last && now - last < QUIET;
        if (quiet || !lastRefused.compareAndSet(last, now)) {
            return Mono.empty();
        }
        return alarms.raise(
                        "webhook.refused",
                        "signature",
                        "An event came with a bad or missing signature",
                        "Compare tremplin.stripe.webhook-secret with the endpoint's secret at Stripe")
                // the next one tries again
                .doOnError(failure -> lastRefused.compareAndSet(now, 0))
                .onErrorComplete();
    }

    Mono<Void> noEvent() {
        return alarms.raise(
                        "webhook.unreadable",
                        "body",
                        "Something came with a good signature that is no event",
                        "Look at the endpoint's deliveries at Stripe")
                .onErrorComplete();
    }

    /** One alarm a type: after a change at the provider they come in crowds. */
    Mono<Void> unreadable(String type, String event) {
        return alarms.raise(
                "webhook.unreadable",
                type,
                "The event " + event + " has not the form we know; it is kept and was not treated",
                "Was the API version of the endpoint changed? Compare it with the release notes");
    }
}
