package org.tremplin.payment.webhook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.payment.checkout.Instance;
import org.tremplin.payment.checkout.Payment;
import org.tremplin.payment.checkout.Payments;
import org.tremplin.platform.event.OnBatch;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Treats stored events: payments move forward. Order and repetition do not matter. */
@Component
class TreatEvents implements OnBatch<EventReceived> {

    private final DatabaseClient database;
    private final EventReader reader;
    private final Payments payments;
    private final Instance instance;
    private final EventAlarms alarms;

    TreatEvents(DatabaseClient database, EventReader reader, Payments payments, Instance instance, EventAlarms alarms) {
        this.database = database;
        this.reader = reader;
        this.payments = payments;
        this.instance = instance;
        this.alarms = alarms;
    }

    @Override
    public String name() {
        return "payment.webhook.treat";
    }

    @Override
    public Class<EventReceived> hears() {
        return EventReceived.class;
    }

    @Override
    public Mono<Void> handle(List<EventReceived> facts) {
        return load(facts).flatMap(stored -> {
            List<Told> events =
                    stored.stream().flatMap(event -> event.told().stream()).toList();
            return payments.lock(subjects(events))
                    .flatMap(locked -> payments.save(changes(events, locked)).then(alarmUnknown(events, locked)))
                    .then(alarmUnreadable(stored))
                    .then(alarmForeign(events))
                    .then(alarmMoneyBack(events));
        });
    }

    private Mono<List<Stored>> load(List<EventReceived> facts) {
        return database.sql("""
                select event.event_id, event.type, event.payload from payment.provider_event event
                join unnest(:accounts, :events) as heard(account, event_id) using (account, event_id)
                order by event.account, event.event_id
                """)
                .bind("accounts", facts.stream().map(EventReceived::account).toArray(String[]::new))
                .bind("events", facts.stream().map(EventReceived::event).toArray(String[]::new))
                .map(row -> new Stored(
                        row.get("event_id", String.class),
                        row.get("type", String.class),
                        reader.told(row.get("payload", byte[].class))))
                .all()
                .collectList();
    }

    private boolean ours(Told told) {
        return instance.id().equals(told.instance()) && told.payment() != null;
    }

    private boolean foreign(Told told) {
        return told.instance() != null && !instance.id().equals(told.instance());
    }

    private Set<UUID> subjects(List<Told> events) {
        return events.stream()
                .filter(this::ours)
                .map(told -> Objects.requireNonNull(told.payment()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Payments.Change> changes(List<Told> events, List<Payment> locked) {
        Map<UUID, Payments.Change> changes = new LinkedHashMap<>();
        locked.forEach(payment -> changes.put(payment.id(), new Payments.Change(payment, payment)));
        events.stream()
                .filter(this::ours)
                .forEach(told -> changes.computeIfPresent(
                        Objects.requireNonNull(told.payment()),
                        (id, change) -> new Payments.Change(change.before(), told.appliedTo(change.after()))));
        return List.copyOf(changes.values());
    }

    private Mono<Void> alarmUnknown(List<Told> events, List<Payment> locked) {
        Set<UUID> known = locked.stream().map(Payment::id).collect(Collectors.toSet());
        return Flux.fromIterable(subjects(events))
                .filter(payment -> !known.contains(payment))
                .concatMap(alarms::unknown)
                .then();
    }

    private Mono<Void> alarmUnreadable(List<Stored> stored) {
        return Flux.fromIterable(stored)
                .filter(event -> event.told().isEmpty())
                .concatMap(event -> alarms.unreadable(event.type(), event.id()))
                .then();
    }

    private Mono<Void> alarmForeign(List<Told> events) {
        return Flux.fromIterable(events)
                .filter(this::foreign)
                .map(told -> Objects.requireNonNull(told.instance()))
                .distinct()
                .concatMap(alarms::stranger)
                .then();
    }

    private Mono<Void> alarmMoneyBack(List<Told> events) {
        return Flux.fromIterable(events)
                .filter(Told::aboutMoneyBack)
                .filter(Predicate.not(this::foreign))
                .concatMap(alarms::moneyBack)
                .then();
    }

    private record Stored(String id, String type, Optional<Told> told) {}
}
