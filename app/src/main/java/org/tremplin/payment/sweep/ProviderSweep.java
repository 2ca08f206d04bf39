package org.tremplin.payment.sweep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tremplin.payment.Checkout;
import org.tremplin.payment.Sweep;
import org.tremplin.payment.checkout.Payments;
import org.tremplin.payment.checkout.Payments.Unfinished;
import org.tremplin.payment.checkout.Provider;
import org.tremplin.payment.checkout.ProviderRefused;
import org.tremplin.payment.checkout.ProviderUnreachable;
import org.tremplin.payment.dispute.WaitingDisputes;
import org.tremplin.payment.refund.WaitingRefunds;
import org.tremplin.payment.sweep.Progress.Place;
import org.tremplin.payment.sweep.Progress.Window;
import org.tremplin.payment.webhook.Intake;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The sweep of the provider of this instance, in bounded steps: what one run does not reach, the next does. */
@Component
class ProviderSweep implements Sweep {

    private static final Logger log = LoggerFactory.getLogger(ProviderSweep.class);

    /** Before that the payer is still at the provider's page. */
    private static final Duration YOUNG = Duration.ofMinutes(10);

    /** As long as the provider keeps its events. */
    private static final Duration EVENTS_KEPT = Duration.ofDays(30);

    /** A movement may be listed a little after its time. */
    private static final Duration OVERLAP = Duration.ofMinutes(30);

    private static final int PAYMENTS_AT_ONCE = 4;
    private static final int EVENTS_AT_ONCE = 64;
    private static final int PAYMENTS_A_PAGE = 100;

    private static final int MOST_PAGES = 100;

    private final @Nullable Provider provider;
    private final Progress progress;
    private final Payments payments;
    private final Checkout checkout;
    private final Intake intake;
    private final TakeMovements movements;
    private final WaitingRefunds refunds;
    private final WaitingDisputes disputes;
    private final StoppedSweep stopped;
    private final SweepSettings settings;
    private final Clock clock;

    ProviderSweep(
            ObjectProvider<Provider> provider,
            Progress progress,
            Payments payments,
            Checkout checkout,
            Intake intake,
            TakeMovements movements,
            WaitingRefunds refunds,
            WaitingDisputes disputes,
            StoppedSweep stopped,
            SweepSettings settings,
            Clock clock) {
        this.provider = provider.getIfAvailable();
        this.progress = progress;
        this.payments = payments;
        this.checkout = checkout;
        this.intake = intake;
        this.movements = movements;
        this.refunds = refunds;
        this.disputes = disputes;
        this.stopped = stopped;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Mono<Swept> runIfDue() {
        return settings.off() ? Mono.empty() : run(clock.instant().minus(settings.sweepInterval()));
    }

    @Override
    public Mono<Swept> run() {
        return run(clock.instant());
    }

    @Override
    public Mono<Long> balance() {
        return provider().balance();
    }

    @Override
    public Mono<Boolean> everCompared() {
        return place().map(Place::compared);
    }

    @Override
    public Mono<Void> compared() {
        return progress.compared(provider().name());
    }

    private Mono<Swept> run(Instant lastBegan) {
        if (provider == null) {
            return Mono.empty();
        }
        String name = provider.name();
        return Mono.usingWhen(
                progress.take(name, lastBegan).filter(taken -> taken),
                taken -> everything(),
                taken -> progress.giveBack(name));
    }

    /** All of it, whoever else does the same at this moment. */
    Mono<Swept> everything() {
        return held().flatMap(held -> Flux.concat(
                        step("open payments", Mono.defer(this::openPayments)),
                        step("events", Mono.defer(this::events)),
                        step("movements", Mono.defer(this::movements)),
                        step("refunds and disputes", Mono.defer(this::waiting)))
                .reduce(Swept.began(held.orElse(null)), Swept::and));
    }

    /** A provider that does not tell its balance may still tell the rest. */
    private Mono<Optional<Long>> held() {
        return provider()
                .balance()
                .map(Optional::of)
                .onErrorResume(ProviderSweep::ofProvider, failure -> Mono.just(Optional.empty()));
    }

    /** The next step may still go: another one may need other rights, or the provider be well again. */
    private Mono<Swept> step(String what, Mono<Swept> step) {
        return step.flatMap(done -> stopped.goesOn(what).thenReturn(done))
                .onErrorResume(ProviderSweep::ofProvider, failure -> {
                    log.warn("The sweep of {} goes on next time: {}", what, failure.getMessage());
                    return stopped.stopped(provider().name(), what, failure)
                            .thenReturn(Swept.of(0, 0, 0, 0, 0).broken());
                });
    }

    private static boolean ofProvider(Throwable failure) {
        return failure instanceof ProviderUnreachable || failure instanceof ProviderRefused;
    }

    private Mono<Swept> openPayments() {
        return place().flatMap(place -> openPayments(place.payment(), 1));
    }

    private Mono<Swept> openPayments(@Nullable Unfinished from, int page) {
        String name = provider().name();
        return payments.unfinished(name, clock.instant().minus(YOUNG), from, PAYMENTS_A_PAGE)
                .collectList()
                .flatMap(some -> Flux.fromIterable(some)
                        .flatMap(one -> checkout.refresh(one.id()), PAYMENTS_AT_ONCE)
                        .then(Mono.defer(() -> {
                            Unfinished last = some.size() < PAYMENTS_A_PAGE ? null : some.get(some.size() - 1);
                            Swept read = Swept.of(some.size(), 0, 0, 0, 0);
                            Swept done = last == null || page < MOST_PAGES ? read : read.broken();
                            return progress.payments(name, last)
                                    .then(progress.hold(name))
                                    .then(
                                            last == null || page == MOST_PAGES
                                                    ? Mono.just(done)
                                                    : openPayments(last, page + 1)
                                                            .map(done::and));
                        })));
    }

    private Mono<Swept> events() {
        return place().flatMap(place -> events(place.event(), 1)
                .onErrorResume(
                        ProviderRefused.class,
                        gone -> place.event() == null
                                ? Mono.error(gone)
                                // the event where the last run stopped is too old by now
                                : events(null, 1)));
    }

    private Mono<Swept> events(@Nullable String after, int page) {
        String name = provider().name();
        return provider()
                .undeliveredEvents(clock.instant().minus(EVENTS_KEPT), after)
                .flatMap(read -> Flux.fromIterable(read.items())
                        .flatMap(intake::takeIn, EVENTS_AT_ONCE)
                        .then(Mono.defer(() -> {
                            boolean more = read.next() != null && page < MOST_PAGES;
                            Swept all = Swept.of(0, read.items().size(), 0, 0, 0);
                            Swept done = read.next() == null || more ? all : all.broken();
                            return progress.events(name, read.next())
                                    .then(progress.hold(name))
                                    .then(more ? events(read.next(), page + 1).map(done::and) : Mono.just(done));
                        })));
    }

    private Mono<Swept> movements() {
        return place().flatMap(this::window).flatMap(window -> movements(window, 1));
    }

    private Mono<Window> window(Place place) {
        Window left = place.window();
        Instant now = clock.instant();
        Instant known = place.movementsTo();
        return left != null
                ? Mono.just(left)
                : (known == null ? progress.firstPayment(provider().name()).defaultIfEmpty(now) : Mono.just(known))
                        .map(from -> new Window(from.minus(OVERLAP), now, null));
    }

    private Mono<Swept> movements(Window window, int page) {
        String name = provider().name();
        return provider()
                .movements(window.from(), window.to(), window.after())
                .flatMap(read -> movements.take(read.items()).flatMap(done -> {
                    Window rest = window.down(read.next());
                    boolean last = read.next() == null;
                    Mono<Void> noted = last ? progress.movementsDone(name, window) : progress.movements(name, rest);
                    return noted.then(progress.hold(name))
                            .then(
                                    last || page == MOST_PAGES
                                            ? Mono.just(last ? done : done.broken())
                                            : movements(rest, page + 1).map(done::and));
                }));
    }

    /** Those whose last word was not told; the pump reads them. */
    private Mono<Swept> waiting() {
        return refunds.takeUp(YOUNG)
                .zipWith(disputes.takeUp(YOUNG), Integer::sum)
                .map(some -> Swept.of(0, 0, 0, 0, some));
    }

    private Mono<Place> place() {
        return progress.load(provider().name()).defaultIfEmpty(Place.START);
    }

    private Provider provider() {
        return Objects.requireNonNull(provider, "A provider");
    }
}
