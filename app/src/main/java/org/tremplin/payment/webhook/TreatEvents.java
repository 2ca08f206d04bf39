package org.tremplin.payment.webhook;

import java.util.Base64;
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
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.payment.checkout.CardDeclined;
import org.tremplin.payment.checkout.Instance;
import org.tremplin.payment.checkout.Payment;
import org.tremplin.payment.checkout.PaymentAlarms;
import org.tremplin.payment.checkout.Payments;
import org.tremplin.payment.checkout.Word;
import org.tremplin.platform.event.EventLog;
import org.tremplin.platform.event.OnBatch;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Treats stored events: payments move forward, refunds and disputes are handed on to be read. Order and repetition do
 * not matter. Each event is marked with what became of it.
 */
@Component
class TreatEvents implements OnBatch<EventReceived> {

    private final DatabaseClient database;
    private final EventReader reader;
    private final Payments payments;
    private final Instance instance;
    private final EventLog log;
    private final EventAlarms alarms;
    private final PaymentAlarms odd;

    TreatEvents(
            DatabaseClient database,
            EventReader reader,
            Payments payments,
            Instance instance,
            EventLog log,
            EventAlarms alarms,
            PaymentAlarms odd) {
        this.database = database;
        this.reader = reader;
        this.payments = payments;
        this.instance = instance;
        this.log = log;
        this.alarms = alarms;
        this.odd = odd;
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
                    .flatMap(locked -> payments.save(changes(events, locked))
                            .then(log.append(declined(events, locked)))
                            .then(alarmUnknown(events, locked))
                            .then(alarmAmounts(events, locked)))
                    .then(log.append(toRead(stored)))
                    .then(mark(stored))
                    .then(alarmUnreadable(stored))
                    .then(alarmForeign(events));
        });
    }

    private Mono<List<Stored>> load(List<EventReceived> facts) {
        return database.sql("""
                select event.account, event.event_id, event.type, encode(event.payload, 'base64') as payload from payment.provider_event event
                join unnest(:accounts, :events) as heard(account, event_id) using (account, event_id)
                order by event.account, event.event_id
                """)
                .bind("accounts", facts.stream().map(EventReceived::account).toArray(String[]::new))
                .bind("events", facts.stream().map(EventReceived::event).toArray(String[]::new))
                .map(row -> new Stored(
                        row.get("account", String.class),
                        row.get("event_id", String.class),
                        row.get("type", String.class),
                        reader.told(bytes(row.get("payload", String.class)))))
                .all()
                .collectList();
    }

    /** The driver reads an array of bytes digit by digit, which cost more than all else that is done with an event. */
    private static byte[] bytes(String base64) {
        return Base64.getMimeDecoder().decode(base64);
    }

    private Mono<Void> mark(List<Stored> stored) {
        return database.sql("""
                update payment.provider_event event set treated = done.treated
                from unnest(:accounts, :events, :treated) as done(account, event_id, treated)
                where event.account = done.account and event.event_id = done.event_id
                """)
                .bind("accounts", stored.stream().map(Stored::account).toArray(String[]::new))
                .bind("events", stored.stream().map(Stored::id).toArray(String[]::new))
                .bind("treated", stored.stream().map(this::treated).toArray(String[]::new))
                .then();
    }

    private String treated(Stored event) {
        return event.told()
                .map(told -> ours(told) && told.aboutPayment() || toRead(event, told) ? "TREATED" : "NOT_OURS")
                .orElse("UNREADABLE");
    }

    private boolean ours(Told told) {
        return instance.id().equals(told.instance()) && told.payment() != null;
    }

    private boolean foreign(Told told) {
        return told.instance() != null && !instance.id().equals(told.instance());
    }

    /** Whose charge it is shows only when it is read; a connected account cannot be read with our key. */
    private boolean toRead(Stored event, Told told) {
        return told.aboutMoneyBack() && !foreign(told) && event.account().isEmpty();
    }

    private List<Record> toRead(List<Stored> stored) {
        return stored.stream()
                .flatMap(event -> event.told().stream()
                        .filter(told -> toRead(event, told))
                        .map(told -> told.toRead(event.account())))
                .distinct()
                .toList();
    }

    private List<CardDeclined> declined(List<Told> events, List<Payment> locked) {
        Set<UUID> known = locked.stream().map(Payment::id).collect(Collectors.toSet());
        return events.stream()
                .filter(told -> ours(told) && told.word() == Word.DECLINED && known.contains(told.payment()))
                .map(told -> new CardDeclined(Objects.requireNonNull(told.payment())))
                .toList();
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
                .filter(Predicate.not(known::contains))
                .concatMap(odd::unknown)
                .then();
    }

    private Mono<Void> alarmAmounts(List<Told> events, List<Payment> locked) {
        Map<UUID, Payment> known = locked.stream().collect(Collectors.toMap(Payment::id, payment -> payment));
        return Flux.fromIterable(events)
                .filter(this::ours)
                .concatMap(told -> {
                    Payment payment = known.get(told.payment());
                    return payment == null || told.money() == null || !told.differsFrom(payment)
                            ? Mono.empty()
                            : odd.amountDiffers(payment, told.money());
                })
                .then();
    }

    private Mono<Void> alarmUnreadable(List<Stored> stored) {
        return Flux.fromIterable(stored)
                .filter(event -> event.told().isEmpty())
                .concatMap(event -> alarms.unreadable(event.type(), event.id()))
                .then();
    }

    private Mono<Void> alarmForeign(List<Told> events) {
        return Flux.fromStream(
                        events.stream().filter(this::foreign).flatMap(told -> Stream.ofNullable(told.instance())))
                .distinct()
                .concatMap(odd::stranger)
                .then();
    }

    private record Stored(String account, String id, String type, Optional<Told> told) {}
}
