package org.tremplin.payment.webhook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.payment.PaymentState;
import org.tremplin.payment.checkout.Instance;
import org.tremplin.payment.checkout.Payment;
import org.tremplin.payment.checkout.Payments;
import org.tremplin.platform.alarm.Alarms;
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
    private final Alarms alarms;

    TreatEvents(DatabaseClient database, EventReader reader, Payments payments, Instance instance, Alarms alarms) {
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
        return load(facts).flatMap(events -> {
            List<EventReader.Told> ours = events.stream().filter(this::ours).toList();
            TreeSet<UUID> keys = new TreeSet<>();
            ours.stream()
                    .map(EventReader.Told::payment)
                    .filter(Objects::nonNull)
                    .forEach(keys::add);
            return payments.lock(keys)
                    .flatMap(locked -> payments.save(apply(ours, locked)).then(alarmUnknown(ours, locked)))
                    .then(alarmMoneyBack(events))
                    .then(alarmStrangers(events));
        });
    }

    private Mono<List<EventReader.Told>> load(List<EventReceived> facts) {
        return database.sql("""
                select event.payload from payment.provider_event event
                join unnest(:accounts, :events) as heard(account, event_id) using (account, event_id)
                """)
                .bind("accounts", facts.stream().map(EventReceived::account).toArray(String[]::new))
                .bind("events", facts.stream().map(EventReceived::event).toArray(String[]::new))
                .map(row -> reader.read(row.get("payload", byte[].class)))
                .all()
                .collectList();
    }

    private boolean ours(EventReader.Told told) {
        return instance.id().equals(told.instance()) && told.payment() != null;
    }

    private static List<Payments.Change> apply(List<EventReader.Told> events, List<Payment> locked) {
        Map<UUID, Payments.Change> changes = new LinkedHashMap<>();
        locked.forEach(payment -> changes.put(payment.id(), new Payments.Change(payment, payment)));
        for (EventReader.Told told : events) {
            changes.computeIfPresent(
                    Objects.requireNonNull(told.payment()),
                    (id, change) -> new Payments.Change(change.before(), after(change.after(), told)));
        }
        return List.copyOf(changes.values());
    }

    private static Payment after(Payment payment, EventReader.Told told) {
        PaymentState state = told.state();
        if (state != null) {
            return payment.told(state, told.intent(), told.created());
        }
        String charge = told.object();
        return told.aboutCharge() && charge != null
                ? payment.charged(charge, told.intent(), told.balanceTransaction())
                : payment;
    }

    private Mono<Void> alarmUnknown(List<EventReader.Told> events, List<Payment> locked) {
        List<UUID> known = locked.stream().map(Payment::id).toList();
        return Flux.fromIterable(events)
                .map(told -> Objects.requireNonNull(told.payment()))
                .filter(payment -> !known.contains(payment))
                .distinct()
                .concatMap(payment -> alarms.raise(
                        "payment.unknown",
                        payment.toString(),
                        "The provider tells of a payment of this instance that is not in its database",
                        "Look it up at the provider; was a backup restored?"))
                .then();
    }

    private Mono<Void> alarmStrangers(List<EventReader.Told> events) {
        return Flux.fromIterable(events)
                .mapNotNull(EventReader.Told::instance)
                .filter(told -> !instance.id().equals(told))
                .distinct()
                .concatMap(other -> alarms.raise(
                        "webhook.other_instance",
                        other,
                        "Events of another instance of Tremplin arrive here; they are kept and not treated",
                        "Is a copy of this site using the same keys? Give each its own endpoint"))
                .then();
    }

    private Mono<Void> alarmMoneyBack(List<EventReader.Told> events) {
        return Flux.fromIterable(events)
                .filter(EventReader.Told::aboutMoneyBack)
                .concatMap(told -> alarms.raise(
                        "payment.money_back",
                        String.valueOf(told.object()),
                        "A refund or a dispute was made at the provider (" + told.type() + ")",
                        "The books do not show it by themselves yet: the event is kept and will be treated"))
                .then();
    }
}
