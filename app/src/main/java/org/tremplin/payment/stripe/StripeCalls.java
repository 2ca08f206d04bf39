package org.tremplin.payment.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.StripeError;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.retry.RetryOperator;
import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.tremplin.payment.checkout.ProviderBusy;
import org.tremplin.payment.checkout.ProviderRefused;
import org.tremplin.payment.checkout.ProviderUnreachable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Calls Stripe's blocking library off the event loops, within limits: time, how many at once, a breaker that opens when
 * Stripe is not well, two more tries. A 4xx is an answer, not a fault.
 */
final class StripeCalls {

    private static final int AT_ONCE = 32;
    private static final int WAITING = 200;
    private static final int TRIES = 3;

    /** The same key is being worked on: a double click. */
    private static final int IN_PROGRESS = 409;

    private static final int TOO_MANY = 429;
    private static final String LOCKED = "lock_timeout";

    private final Scheduler threads = Schedulers.newBoundedElastic(AT_ONCE, WAITING, "stripe");
    private final TimeLimiter time;
    private final Bulkhead bulkhead = Bulkhead.of(
            "stripe", BulkheadConfig.custom().maxConcurrentCalls(AT_ONCE).build());
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "stripe",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(20)
                    .minimumNumberOfCalls(5)
                    .failureRateThreshold(50)
                    .waitDurationInOpenState(Duration.ofSeconds(10))
                    .permittedNumberOfCallsInHalfOpenState(3)
                    .recordException(StripeCalls::fault)
                    .ignoreException(failure -> !fault(failure))
                    .build());
    private final Retry retry = Retry.of(
            "stripe",
            RetryConfig.custom()
                    .maxAttempts(TRIES)
                    .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(200), 2))
                    .retryOnException(failure -> fault(failure) && !slow(failure) || answered(failure, IN_PROGRESS))
                    .build());

    StripeCalls(StripeSettings settings) {
        this.time = TimeLimiter.of(TimeLimiterConfig.custom()
                .timeoutDuration(settings.connectTimeout().plus(settings.readTimeout()))
                .build());
    }

    <T> Mono<T> call(Callable<T> request) {
        return Mono.fromCallable(request)
                .subscribeOn(threads)
                .transformDeferred(TimeLimiterOperator.of(time))
                .transformDeferred(BulkheadOperator.of(bulkhead))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .transformDeferred(RetryOperator.of(retry))
                .onErrorMap(StripeCalls::busy, StripeCalls::busyFor)
                .onErrorMap(StripeCalls::unreachable, ProviderUnreachable::new)
                .onErrorMap(StripeException.class, StripeCalls::refused);
    }

    /** Somebody waits before a browser: what was slow once is not asked again. */
    private static boolean slow(Throwable failure) {
        return failure instanceof TimeoutException || failure.getCause() instanceof SocketTimeoutException;
    }

    private static boolean answered(Throwable failure, int status) {
        return failure instanceof StripeException answer
                && answer.getStatusCode() != null
                && answer.getStatusCode() == status;
    }

    /** The message may repeat what was typed, so only codes go on. */
    private static ProviderRefused refused(StripeException no) {
        String param = no instanceof InvalidRequestException invalid ? invalid.getParam() : null;
        String code = "%s %s%s".formatted(no.getStatusCode(), no.getCode(), param == null ? "" : ", " + param);
        return new ProviderRefused(code, no instanceof IdempotencyException, no);
    }

    /** Too many calls; not two at once on the same object, which Stripe answers alike. */
    private static boolean busy(Throwable failure) {
        return answered(failure, TOO_MANY) && !LOCKED.equals(((StripeException) failure).getCode());
    }

    private static ProviderBusy busyFor(Throwable failure) {
        StripeError told = ((StripeException) failure).getStripeError();
        return new ProviderBusy(
                told == null || told.getLastResponse() == null
                        ? Duration.ZERO
                        : told.getLastResponse()
                                .headers()
                                .firstValue("Retry-After")
                                .filter(text -> text.matches("\\d{1,6}"))
                                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                                .orElse(Duration.ZERO),
                failure);
    }

    void forgetFaults() {
        breaker.reset();
    }

    /** Faults that say that Stripe is not well. */
    private static boolean fault(Throwable failure) {
        return failure instanceof ApiConnectionException
                || failure instanceof TimeoutException
                || failure instanceof StripeException answer
                        && answer.getStatusCode() != null
                        && answer.getStatusCode() >= 500;
    }

    private static boolean unreachable(Throwable failure) {
        return fault(failure)
                || failure instanceof CallNotPermittedException
                || failure instanceof BulkheadFullException
                || answered(failure, TOO_MANY)
                || answered(failure, IN_PROGRESS);
    }
}
