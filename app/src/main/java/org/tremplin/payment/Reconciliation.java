package org.tremplin.payment;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What the provider is known to have done, told anew as the facts that were told of it once: who keeps books compares
 * them. Every list is in the order of its ids, which are in the order in which rows were made.
 */
@Component
public class Reconciliation {

    private static final String REFUND = """
            select refund.*, payment.subject from payment.refund refund
            join payment.payment payment on payment.id = refund.payment_id""";

    private static final String DISPUTE = """
            select dispute.*, payment.subject from payment.dispute dispute
            join payment.payment payment on payment.id = dispute.payment_id""";

    private final DatabaseClient database;

    Reconciliation(DatabaseClient database) {
        this.database = database;
    }

    /** @param after the last one of the page before, in all of these */
    public Flux<PaymentSucceeded> succeeded(UUID after, int most) {
        return page(
                "select * from payment.payment where state = 'SUCCEEDED' and id > :after order by id limit :most",
                after,
                most,
                row -> new PaymentSucceeded(
                        id(row), uuid(row, "subject"), cents(row, "cents"), currency(row), at(row, "paid_at")));
    }

    public Flux<FeeKnown> fees(UUID after, int most) {
        return page(
                "select * from payment.payment where fee_at is not null and fee_cents > 0 and id > :after"
                        + " order by id limit :most",
                after,
                most,
                row -> new FeeKnown(
                        id(row), uuid(row, "subject"), cents(row, "fee_cents"), currency(row), at(row, "fee_at")));
    }

    public Flux<RefundTaken> refundsTaken(UUID after, int most) {
        return page(
                REFUND + " where refund.taken_at is not null and refund.id > :after order by refund.id limit :most",
                after,
                most,
                row -> new RefundTaken(
                        id(row),
                        uuid(row, "payment_id"),
                        uuid(row, "subject"),
                        cents(row, "cents"),
                        cents(row, "fee_back_cents"),
                        currency(row),
                        at(row, "taken_at")));
    }

    /** What of a fee came back with it is not kept: none, as is normal. */
    public Flux<RefundReturned> refundsReturned(UUID after, int most) {
        return page(
                REFUND + " where refund.returned_at is not null and refund.id > :after order by refund.id limit :most",
                after,
                most,
                row -> new RefundReturned(
                        id(row),
                        uuid(row, "payment_id"),
                        uuid(row, "subject"),
                        cents(row, "cents"),
                        0,
                        currency(row),
                        at(row, "returned_at")));
    }

    public Flux<DisputeOpened> disputesOpened(UUID after, int most) {
        return page(
                DISPUTE
                        + " where dispute.withdrawn_at is not null and dispute.id > :after order by dispute.id limit :most",
                after,
                most,
                row -> new DisputeOpened(
                        id(row),
                        uuid(row, "payment_id"),
                        uuid(row, "subject"),
                        cents(row, "withdrawn_cents"),
                        cents(row, "fee_cents"),
                        currency(row),
                        at(row, "withdrawn_at")));
    }

    public Flux<DisputeWon> disputesWon(UUID after, int most) {
        return page(
                DISPUTE
                        + " where dispute.reinstated_at is not null and dispute.id > :after order by dispute.id limit :most",
                after,
                most,
                row -> new DisputeWon(
                        id(row),
                        uuid(row, "payment_id"),
                        uuid(row, "subject"),
                        cents(row, "reinstated_cents"),
                        cents(row, "fee_back_cents"),
                        currency(row),
                        at(row, "reinstated_at")));
    }

    public Flux<DisputeLost> disputesLost(UUID after, int most) {
        return page(
                DISPUTE + " where dispute.lost_at is not null and dispute.id > :after order by dispute.id limit :most",
                after,
                most,
                row -> new DisputeLost(
                        id(row),
                        uuid(row, "payment_id"),
                        uuid(row, "subject"),
                        cents(row, "lost_cents"),
                        currency(row),
                        at(row, "lost_at")));
    }

    /** To the bank: more than zero. */
    public Flux<AccountMoved> payouts(UUID after, int most) {
        return page(
                "select * from payment.payout where id > :after order by id limit :most",
                after,
                most,
                Reconciliation::moved);
    }

    /** Into the balance, by another tool or the provider itself: more than zero. */
    public Flux<AccountMoved> foreign(UUID after, int most) {
        return page(
                "select * from payment.foreign_movement where id > :after order by id limit :most",
                after,
                most,
                Reconciliation::moved);
    }

    /** Whether a payment was made after that whose fee is not told yet: then its money may be on its way. */
    public Mono<Boolean> awaitsFees(Instant paidAfter) {
        return database.sql("""
                select 1 from payment.payment
                where state = 'SUCCEEDED' and fee_cents is null and paid_at > :after limit 1
                """).bind("after", paidAfter).fetch().first().hasElement();
    }

    private <T> Flux<T> page(String sql, UUID after, int most, Function<Readable, T> read) {
        return database.sql(sql)
                .bind("after", after)
                .bind("most", most)
                .map(read)
                .all();
    }

    private static AccountMoved moved(Readable row) {
        return new AccountMoved(
                id(row),
                row.get("account", String.class),
                cents(row, "cents"),
                cents(row, "fee_cents"),
                currency(row),
                at(row, "moved_at"));
    }

    private static UUID id(Readable row) {
        return uuid(row, "id");
    }

    private static UUID uuid(Readable row, String column) {
        return row.get(column, UUID.class);
    }

    private static long cents(Readable row, String column) {
        return row.get(column, Long.class);
    }

    private static String currency(Readable row) {
        return row.get("currency", String.class);
    }

    private static Instant at(Readable row, String column) {
        return row.get(column, Instant.class);
    }

    /**
     * A movement of a provider's account that no payment made.
     *
     * @param account at the provider, empty for our own
     * @param feeCents what the provider took besides, zero or more
     */
    public record AccountMoved(UUID id, String account, long cents, long feeCents, String currency, Instant at) {}
}
