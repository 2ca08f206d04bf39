package org.tremplin.payment.checkout;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.payment.Checkout;
import org.tremplin.payment.PaymentState;
import org.tremplin.platform.alarm.Alarms;
import org.tremplin.platform.persistence.Ids;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Prepares, starts and reads payments with the provider of this instance. */
@Component
class ProviderCheckout implements Checkout {

    private static final Logger log = LoggerFactory.getLogger(ProviderCheckout.class);

    private final @Nullable Provider provider;
    private final ProviderReadiness readiness;
    private final Payments payments;
    private final Turns turns;
    private final CardSettings cards;
    private final TransactionalOperator transaction;
    private final Alarms alarms;
    private final PaymentAlarms odd;
    private final Ids ids;
    private final Clock clock;

    ProviderCheckout(
            ObjectProvider<Provider> provider,
            ProviderReadiness readiness,
            Payments payments,
            Turns turns,
            CardSettings cards,
            TransactionalOperator transaction,
            Alarms alarms,
            PaymentAlarms odd,
            Ids ids,
            Clock clock) {
        this.provider = provider.getIfAvailable();
        this.readiness = readiness;
        this.payments = payments;
        this.turns = turns;
        this.cards = cards;
        this.transaction = transaction;
        this.alarms = alarms;
        this.odd = odd;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public boolean available() {
        return readiness.now().cards();
    }

    @Override
    public boolean debits() {
        return readiness.now().debits();
    }

    @Override
    public Mono<UUID> prepare(UUID subject, long cents, String currency) {
        UUID id = ids.next();
        return payments.insert(id, provider().name(), subject, cents, currency).thenReturn(id);
    }

    @Override
    public Mono<Started> start(UUID id, Words words) {
        return answered(id, begin(id, payment -> openWhenItMay(payment, words)));
    }

    @Override
    public Mono<Started> startPastTheLine(UUID id, Words words) {
        return answered(id, begin(id, payment -> open(payment, words)));
    }

    /** For the head of the line; an error when the provider takes no more for now. */
    Mono<Started> startInTurn(UUID id, Words words) {
        return begin(id, payment -> open(payment, words))
                .onErrorResume(
                        failure -> !(failure instanceof ProviderBusy), failure -> answered(id, Mono.error(failure)));
    }

    private Mono<Started> answered(UUID id, Mono<Started> started) {
        return started.onErrorResume(ProviderUnreachable.class, down -> {
                    log.warn("Payment {} waits: {}", id, down.getMessage());
                    return Mono.just(down instanceof LineFull ? new Full() : new Unreachable());
                })
                .onErrorResume(ProviderRefused.class, no -> refused(id, no));
    }

    /** Goes on with a payment that has no other after it; what is open of older ones is closed before. */
    private Mono<Started> begin(UUID id, Function<Payment, Mono<Started>> open) {
        return payments.ofSubjectOf(id).flatMap(all -> {
            Payment newest = all.get(all.size() - 1);
            return newest.id().equals(id)
                    ? closeAll(all.subList(0, all.size() - 1))
                            .<Started>map(Over::new)
                            .switchIfEmpty(Mono.defer(() -> resume(newest, open)))
                    : Mono.just(new Over(PaymentState.EXPIRED));
        });
    }

    /** Closes what older payments left open; gives the state of one that is paid, nothing when none is. */
    private Mono<PaymentState> closeAll(List<Payment> older) {
        return Flux.fromIterable(older)
                .concatMap(payment -> payment.unfinished() ? close(payment) : Mono.just(payment.state()))
                .filter(PaymentState::paid)
                .next();
    }

    /** A payment without a session is ended here: whoever is opening one will find that and close it. */
    private Mono<PaymentState> close(Payment payment) {
        return payments.lock(List.of(payment.id()))
                .flatMap(locked -> locked.get(0).sessionId() == null || !mine(payment)
                        ? save(locked.get(0), Word.EXPIRED).thenReturn(locked.get(0))
                        : Mono.just(locked.get(0)))
                .as(transaction::transactional)
                .flatMap(now -> now.sessionId() == null || !mine(payment)
                        ? Mono.just(PaymentState.EXPIRED)
                        : provider().expire(now.sessionId()).flatMap(told -> record(now.id(), told)));
    }

    private Mono<Started> resume(Payment payment, Function<Payment, Mono<Started>> open) {
        if (!payment.unfinished()) {
            return Mono.just(new Over(payment.state()));
        }
        if (!mine(payment)) {
            return close(payment).map(Over::new);
        }
        String url = payment.sessionUrl();
        return url == null
                ? open.apply(payment)
                // it may be over by now, or paid: the payer must not meet a dead page
                : read(payment)
                        .map(state -> state.paid() || state == PaymentState.EXPIRED
                                ? new Over(state)
                                : new Ready(URI.create(url)));
    }

    private Mono<Started> open(Payment payment, Words words) {
        return provider().open(payment, payment.idempotencyKey(), words).flatMap(session -> keep(payment, session));
    }

    /** At once while nobody waits and the provider takes more; else the payer waits in line. */
    private Mono<Started> openWhenItMay(Payment payment, Words words) {
        return turns.ask(payment, words)
                .flatMap(arrival -> open(payment, words)
                        .flatMap(started -> turns.over(payment).thenReturn(started))
                        .onErrorResume(
                                ProviderBusy.class,
                                busy -> turns.refused(payment, words, arrival, busy.retryAfter())
                                        .thenReturn(new InLine())))
                .defaultIfEmpty(new InLine());
    }

    /** Keeps the session, unless the payment was replaced while it was being opened: then nobody will see its page. */
    private Mono<Started> keep(Payment payment, Provider.Session session) {
        String address = session.address();
        if (address == null) {
            return record(payment.id(), session).map(Over::new);
        }
        return payments.keepSession(payment.id(), session)
                .flatMap(kept -> kept
                        ? Mono.<Started>just(new Ready(URI.create(address)))
                        : provider()
                                .expire(session.id())
                                .onErrorResume(ProviderUnreachable.class, down -> Mono.empty())
                                .thenReturn(new Over(PaymentState.EXPIRED)));
    }

    private Mono<Started> refused(UUID id, ProviderRefused no) {
        if (no.keySpent()) {
            return payments.lock(List.of(id))
                    .flatMap(locked -> save(locked.get(0), Word.EXPIRED))
                    .as(transaction::transactional)
                    .map(Over::new);
        }
        log.warn("Payment {} was refused: {}", id, no.getMessage());
        return alarms.raise(
                        "payment.refused",
                        provider().name(),
                        String.valueOf(no.getMessage()),
                        "No gift can be paid until this is mended: look at the provider's log of requests")
                .thenReturn(new Refused());
    }

    @Override
    public Mono<PaymentState> close(UUID id) {
        return payments.ofSubjectOf(id)
                .flatMap(all -> closeAll(all)
                        .switchIfEmpty(Mono.defer(() -> payments.ofSubjectOf(id)
                                .map(now -> now.stream()
                                                // one prepared meanwhile is another tab's, whose start closes it
                                                .limit(all.size())
                                                .anyMatch(Payment::unfinished)
                                        ? PaymentState.OPEN
                                        : PaymentState.EXPIRED))))
                .onErrorReturn(ProviderUnreachable.class, PaymentState.OPEN)
                .onErrorReturn(ProviderRefused.class, PaymentState.OPEN);
    }

    @Override
    public Mono<Boolean> spent(UUID payment) {
        return payments.declines(payment).map(declined -> declined >= cards.tries());
    }

    @Override
    public Mono<PaymentState> refresh(UUID payment) {
        return payments.find(payment)
                .flatMap(found -> found.sessionId() == null || found.state() == PaymentState.SUCCEEDED || !mine(found)
                        ? Mono.just(found.state())
                        : read(found)
                                .onErrorReturn(ProviderUnreachable.class, found.state())
                                .onErrorReturn(ProviderRefused.class, found.state()));
    }

    private Mono<PaymentState> read(Payment payment) {
        return provider().read(String.valueOf(payment.sessionId())).flatMap(told -> record(payment.id(), told));
    }

    private Mono<PaymentState> record(UUID payment, Provider.Session told) {
        return payments.lock(List.of(payment))
                .flatMap(locked -> record(locked.get(0), told))
                .as(transaction::transactional);
    }

    /** Money of another amount is not this payment's: it stays as it is, and a person looks. */
    private Mono<PaymentState> record(Payment locked, Provider.Session told) {
        Provider.ToldMoney money = told.money();
        return money != null && told.word().paid() && !locked.askedFor(money)
                ? odd.amountDiffers(locked, money).thenReturn(locked.state())
                : save(
                        locked,
                        locked.told(
                                told.word(), told.intent(), told.paidAt() == null ? clock.instant() : told.paidAt()));
    }

    private Mono<PaymentState> save(Payment before, Word word) {
        return save(before, before.told(word, null, clock.instant()));
    }

    private Mono<PaymentState> save(Payment before, Payment after) {
        return payments.save(List.of(new Payments.Change(before, after))).thenReturn(after.state());
    }

    private boolean mine(Payment payment) {
        return payment.provider().equals(provider().name());
    }

    private Provider provider() {
        if (provider == null) {
            throw new IllegalStateException("No payment provider: ask available() first");
        }
        return provider;
    }
}
