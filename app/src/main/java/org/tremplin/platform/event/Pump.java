package org.tremplin.platform.event;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Delivers facts to their handlers, each handler in its own line, until none waits. Wakes by the bell and, as a net,
 * by polling. Claims run out, so that any instance takes over what another left.
 */
@Component
public class Pump implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Pump.class);

    private final List<FactHandler<?>> handlers;
    private final Deliveries deliveries;
    private final Bell bell;
    private final PumpSettings settings;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile Disposable.Composite lines = Disposables.composite();

    Pump(List<FactHandler<?>> handlers, Deliveries deliveries, Bell bell, PumpSettings settings) {
        this.handlers = handlers;
        this.deliveries = deliveries;
        this.bell = bell;
        this.settings = settings;
    }

    /**
     * Delivers all that waits now and what that leads to. For tests and the sample data, which must not wait for a
     * clock. Ends when a whole round found nothing.
     */
    public Mono<Void> drain() {
        return deliveries
                .waiting(handlers)
                .flatMapMany(waiting -> Flux.fromIterable(handlers).filter(handler -> waiting.contains(handler.name())))
                .concatMap(deliveries::deliverWaiting)
                .reduce(0, Integer::sum)
                .flatMap(delivered -> delivered == 0 ? Mono.empty() : drain());
    }

    /**
     * Takes over at once what an instance that was stopped in the middle had claimed. Only where no other instance works
     * on this database.
     */
    public Mono<Void> takeOver() {
        return deliveries.free();
    }

    /** Whether nothing waits, not even for another try: then every fact led to what it leads to. */
    public Mono<Boolean> idle() {
        return deliveries.idle();
    }

    @Override
    public void start() {
        if (!settings.enabled() || !running.compareAndSet(false, true)) {
            return;
        }
        lines = Disposables.composite();
        handlers.forEach(handler -> lines.add(line(handler)
                .subscribe(ignored -> {}, failure -> log.error("The line of {} ended", handler.name(), failure))));
    }

    private Flux<Integer> line(FactHandler<?> handler) {
        return Flux.merge(bell.rings(handler.hears()), Flux.interval(Duration.ZERO, settings.poll()))
                .onBackpressureLatest()
                .concatMap(
                        wake -> deliveries.deliverWaiting(handler).onErrorResume(failure -> {
                            log.warn("Deliveries to {} wait: {}", handler.name(), failure.toString());
                            return Mono.just(0);
                        }),
                        1);
    }

    @Override
    public void stop() {
        if (running.compareAndSet(true, false)) {
            lines.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }
}
