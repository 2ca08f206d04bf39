package org.tremplin.payment.sweep;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.tremplin.payment.checkout.ProviderRefused;
import org.tremplin.platform.alarm.Alarms;
import reactor.core.publisher.Mono;

/**
 * Tells the operator when what no webhook told is not read again at the provider either: at once when the provider says
 * no, which no waiting mends; when it does not answer, only once the books are that much behind.
 */
@Component
class StoppedSweep {

    static final String KIND = "payment.sweep_stopped";

    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Progress progress;
    private final Alarms alarms;
    private final Clock clock;

    StoppedSweep(Progress progress, Alarms alarms, Clock clock) {
        this.progress = progress;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** @param what which list could not be read */
    Mono<Void> stopped(String provider, String what, Throwable failure) {
        return late(provider, failure)
                .filter(Boolean::booleanValue)
                .flatMap(late -> alarms.raise(
                        KIND,
                        what,
                        String.valueOf(failure.getMessage()),
                        "See that the key may read events and balance, and that this machine reaches the provider"));
    }

    Mono<Void> goesOn(String what) {
        return alarms.close(KIND, what);
    }

    private Mono<Boolean> late(String provider, Throwable failure) {
        return failure instanceof ProviderRefused
                ? Mono.just(true)
                : progress.load(provider)
                        .mapNotNull(Progress.Place::movementsTo)
                        .switchIfEmpty(progress.firstPayment(provider))
                        .map(known -> known.isBefore(clock.instant().minus(PATIENCE)));
    }
}
