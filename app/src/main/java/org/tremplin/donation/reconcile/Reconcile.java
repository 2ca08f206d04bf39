package org.tremplin.donation.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.donation.refund.BookMovements;
import org.tremplin.donation.settle.BookFee;
import org.tremplin.donation.settle.SettlePaid;
import org.tremplin.ledger.Books;
import org.tremplin.payment.DisputeLost;
import org.tremplin.payment.DisputeMoved;
import org.tremplin.payment.DisputeOpened;
import org.tremplin.payment.DisputeWon;
import org.tremplin.payment.FeeKnown;
import org.tremplin.payment.PaymentSucceeded;
import org.tremplin.payment.Reconciliation;
import org.tremplin.payment.Reconciliation.AccountMoved;
import org.tremplin.payment.RefundReturned;
import org.tremplin.payment.RefundTaken;
import org.tremplin.platform.alarm.Alarms;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds what is missing by comparing rows and sends it the way its fact would have gone: the handlers change nothing
 * that is done already, so this may run twice, or twice at once, or beside the pump. It sends no mail of its own.
 */
@Component
class Reconcile {

    private static final int PAGE = 500;
    private static final int BATCH = 64;
    /** Open ones that are looked at in one run. */
    private static final int ALARMS = 1_000;

    private static final String NOT_BOOKED = "reconcile.not_booked";

    private final Alarms alarms;
    private final TransactionalOperator transaction;
    /** In the order in which things happen to a gift. */
    private final List<Line<?>> lines;

    Reconcile(
            Reconciliation truth,
            BookedRows booked,
            Books books,
            SettlePaid settle,
            BookFee fees,
            BookMovements movements,
            BookAccount account,
            Alarms alarms,
            TransactionalOperator transaction) {
        this.alarms = alarms;
        this.transaction = transaction;
        this.lines = List.of(
                new Line<>("payment", truth::succeeded, PaymentSucceeded::payment, booked::settledBy, settle::handle),
                new Line<>(
                        "fee",
                        truth::fees,
                        FeeKnown::payment,
                        ids -> books.posted("payment", "fee", ids),
                        fees::handle),
                new Line<>(
                        "refund",
                        truth::refundsTaken,
                        RefundTaken::refund,
                        ids -> booked.movements("taken", ids),
                        movements::taken),
                new Line<>(
                        "refund-returned",
                        truth::refundsReturned,
                        RefundReturned::refund,
                        ids -> booked.movements("returned", ids),
                        movements::returned),
                new Line<>(
                        "dispute",
                        truth::disputesOpened,
                        DisputeOpened::dispute,
                        ids -> booked.movements("opened", ids),
                        movements::opened),
                new Line<>(
                        "dispute-won",
                        truth::disputesWon,
                        DisputeWon::dispute,
                        ids -> booked.movements("won", ids),
                        movements::won),
                new Line<>(
                        "dispute-lost",
                        truth::disputesLost,
                        DisputeLost::dispute,
                        ids -> booked.movements("lost", ids),
                        movements::lost),
                new Line<>(
                        "dispute-moved",
                        truth::disputesMoved,
                        DisputeMoved::id,
                        ids -> booked.movements("moved", ids),
                        movements::moved),
                new Line<>(
                        "payout",
                        truth::payouts,
                        AccountMoved::id,
                        ids -> books.posted(BookAccount.PAYOUT, BookAccount.PURPOSE, ids),
                        account::payouts),
                new Line<>(
                        "foreign",
                        truth::foreign,
                        AccountMoved::id,
                        ids -> books.posted(BookAccount.FOREIGN, BookAccount.PURPOSE, ids),
                        account::foreign));
    }

    /** @param since rows older than this id are left out */
    Mono<Repaired> run(UUID since) {
        return Flux.fromIterable(lines)
                .concatMap(line -> compare(since, line))
                .reduce(Repaired.NOTHING, Repaired::and)
                .flatMap(repaired -> closeBooked().thenReturn(repaired));
    }

    /** Closes the alarms of what is booked by now: by this run, by the pump, or by hand. */
    private Mono<Void> closeBooked() {
        return alarms.subjects(NOT_BOOKED, ALARMS)
                .collectList()
                .flatMap(open -> Flux.fromIterable(lines)
                        .concatMap(line -> closeBooked(line, open))
                        .then());
    }

    private Mono<Void> closeBooked(Line<?> line, List<String> open) {
        List<UUID> ids = open.stream()
                .filter(subject -> subject.startsWith(line.name + " "))
                .map(subject -> UUID.fromString(subject.substring(line.name.length() + 1)))
                .toList();
        return ids.isEmpty()
                ? Mono.empty()
                : line.known
                        .apply(ids)
                        .flatMapIterable(known -> known)
                        .concatMap(id -> alarms.close(NOT_BOOKED, subject(line, id)))
                        .then();
    }

    private static String subject(Line<?> line, UUID id) {
        return line.name + " " + id;
    }

    private <F> Mono<Repaired> compare(UUID after, Line<F> line) {
        return line.truth
                .apply(after, PAGE)
                .collectList()
                .flatMap(page -> missing(page, line)
                        .flatMap(repaired -> page.size() < PAGE
                                ? Mono.just(repaired)
                                : compare(line.id.apply(page.get(page.size() - 1)), line)
                                        .map(repaired::and)));
    }

    private <F> Mono<Repaired> missing(List<F> page, Line<F> line) {
        return line.known
                .apply(page.stream().map(line.id).toList())
                .flatMap(known -> Flux.fromIterable(page.stream()
                                .filter(fact -> !known.contains(line.id.apply(fact)))
                                .toList())
                        .buffer(BATCH)
                        .concatMap(batch -> repair(batch, line))
                        .reduce(Repaired.NOTHING, Repaired::and)
                        .flatMap(tried -> tried.missing() == 0 ? Mono.just(tried) : left(page, line, tried)));
    }

    /** Not all that was tried is booked: what belongs to nobody here was alarmed instead. */
    private <F> Mono<Repaired> left(List<F> page, Line<F> line, Repaired tried) {
        return line.known
                .apply(page.stream().map(line.id).toList())
                .map(known -> new Repaired(tried.missing(), (int) page.stream()
                        .filter(fact -> !known.contains(line.id.apply(fact)))
                        .count()));
    }

    private <F> Mono<Repaired> repair(List<F> batch, Line<F> line) {
        return together(batch, line)
                .onErrorResume(failure -> Flux.fromIterable(batch)
                        .concatMap(one -> together(List.of(one), line)
                                .onErrorResume(alone -> notBooked(line, line.id.apply(one), alone)))
                        .then())
                .thenReturn(new Repaired(batch.size(), 0));
    }

    private <F> Mono<Void> together(List<F> batch, Line<F> line) {
        return Mono.defer(() -> line.book.apply(new ArrayList<>(batch))).as(transaction::transactional);
    }

    /** What another run booked in the same moment is no trouble. */
    private Mono<Void> notBooked(Line<?> line, UUID id, Throwable failure) {
        return line.known
                .apply(List.of(id))
                .filter(known -> !known.contains(id))
                .flatMap(unknown -> alarms.raise(
                        "reconcile.not_booked",
                        subject(line, id),
                        "It is known to the payments and cannot be booked: "
                                + failure.getClass().getSimpleName(),
                        "Look at the log for the cause; the next sweep tries again"));
    }

    /**
     * One kind of fact to compare.
     *
     * @param known of these ids, those that are booked
     * @param book books facts in the caller's transaction
     */
    private record Line<F>(
            String name,
            BiFunction<UUID, Integer, Flux<F>> truth,
            Function<F, UUID> id,
            Function<Collection<UUID>, Mono<Set<UUID>>> known,
            Function<List<F>, Mono<Void>> book) {}

    /**
     * @param missing what was not booked when it was looked at
     * @param left what is not booked now either; alarms tell why
     */
    record Repaired(int missing, int left) {

        static final Repaired NOTHING = new Repaired(0, 0);

        int repaired() {
            return missing - left;
        }

        Repaired and(Repaired more) {
            return new Repaired(missing + more.missing, left + more.left);
        }
    }
}
