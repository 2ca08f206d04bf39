package org.tremplin.payment;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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

    private static final String PAYMENTS = "select told.* from payment.payment told";

    private static final String REFUNDS = """
            select told.*, payment.subject from payment.refund told
            join payment.payment payment on payment.id = told.payment_id""";

    private static final String DISPUTES = """
            select told.*, payment.subject from payment.dispute told
            join payment.payment payment on payment.id = told.payment_id""";

    private static final String MOVED = """
            select told.*, payment.subject from payment.dispute_moved told
            join payment.payment payment on payment.id = told.payment_id""";

    private final DatabaseClient database;

    Reconciliation(DatabaseClient database) {
        this.database = database;
    }

    /** @param after the last one of the page before, in all of these */
    public Flux<PaymentSucceeded> succeeded(UUID after, int most) {
        return page(
                PAYMENTS + " where told.state = 'SUCCEEDED'",
                after,
                most,
                row -> new PaymentSucceeded(
                        row.id(), row.subject(), row.cents("cents"), row.currency(), row.at("paid_at")));
    }

    public Flux<FeeKnown> fees(UUID after, int most) {
        return page(
                PAYMENTS + " where told.fee_at is not null and told.fee_cents > 0",
                after,
                most,
                row -> new FeeKnown(row.id(), row.subject(), row.cents("fee_cents"), row.currency(), row.at("fee_at")));
    }

    public Flux<RefundTaken> refundsTaken(UUID after, int most) {
        return page(
                REFUNDS + " where told.taken_at is not null",
                after,
                most,
                row -> new RefundTaken(
                        row.id(),
                        row.payment(),
                        row.subject(),
                        row.cents("cents"),
                        row.cents("fee_back_cents"),
                        row.currency(),
                        row.at("taken_at")));
    }

    /** What of a fee came back with it is not kept: none, as is normal. */
    public Flux<RefundReturned> refundsReturned(UUID after, int most) {
        return page(
                REFUNDS + " where told.returned_at is not null",
                after,
                most,
                row -> new RefundReturned(
                        row.id(),
                        row.payment(),
                        row.subject(),
                        row.cents("cents"),
                        0,
                        row.currency(),
                        row.at("returned_at")));
    }

    public Flux<DisputeOpened> disputesOpened(UUID after, int most) {
        return page(
                DISPUTES + " where told.withdrawn_at is not null",
                after,
                most,
                row -> new DisputeOpened(
                        row.id(),
                        row.payment(),
                        row.subject(),
                        row.cents("withdrawn_cents"),
                        row.cents("fee_cents"),
                        row.currency(),
                        row.at("withdrawn_at")));
    }

    public Flux<DisputeWon> disputesWon(UUID after, int most) {
        return page(
                DISPUTES + " where told.reinstated_at is not null",
                after,
                most,
                row -> new DisputeWon(
                        row.id(),
                        row.payment(),
                        row.subject(),
                        row.cents("reinstated_cents"),
                        row.cents("fee_back_cents"),
                        row.currency(),
                        row.at("reinstated_at")));
    }

    public Flux<DisputeLost> disputesLost(UUID after, int most) {
        return page(
                DISPUTES + " where told.lost_at is not null",
                after,
                most,
                row -> new DisputeLost(
                        row.id(),
                        row.payment(),
                        row.subject(),
                        row.cents("lost_cents"),
                        row.currency(),
                        row.at("lost_at")));
    }

    public Flux<DisputeMoved> disputesMoved(UUID after, int most) {
        return page(
                MOVED + " where true",
                after,
                most,
                row -> new DisputeMoved(
                        row.id(),
                        row.id("dispute_id"),
                        row.payment(),
                        row.subject(),
                        row.idOrNone("undoes"),
                        row.cents("undone_cents"),
                        row.cents("lost_cents"),
                        row.cents("withdrawn_cents"),
                        row.cents("fee_cents"),
                        row.currency(),
                        row.at("moved_at")));
    }

    /** To the bank: more than zero. */
    public Flux<AccountMoved> payouts(UUID after, int most) {
        return page("select told.* from payment.payout told where true", after, most, Reconciliation::moved);
    }

    /** Into the balance, by another tool or the provider itself: more than zero. */
    public Flux<AccountMoved> foreign(UUID after, int most) {
        return page("select told.* from payment.foreign_movement told where true", after, most, Reconciliation::moved);
    }

    /** Whether a payment was made after that whose fee is not told yet: then its money may be on its way. */
    public Mono<Boolean> awaitsFees(Instant paidAfter) {
        return database.sql("""
                select 1 from payment.payment
                where state = 'SUCCEEDED' and fee_cents is null and paid_at > :after limit 1
                """).bind("after", paidAfter).fetch().first().hasElement();
    }

    /** @param rows those that were told of, as {@code told} */
    private <T> Flux<T> page(String rows, UUID after, int most, Function<Row, T> read) {
        return database.sql(rows + " and told.id > :after order by told.id limit :most")
                .bind("after", after)
                .bind("most", most)
                .map(row -> read.apply(new Row(row)))
                .all();
    }

    private static AccountMoved moved(Row row) {
        return new AccountMoved(
                row.id(),
                row.account(),
                row.cents("cents"),
                row.cents("fee_cents"),
                row.currency(),
                row.at("moved_at"));
    }

    /**
     * A movement of a provider's account that no payment made.
     *
     * @param account at the provider, empty for our own
     * @param feeCents what the provider took besides, zero or more
     */
    public record AccountMoved(UUID id, String account, long cents, long feeCents, String currency, Instant at) {}

    /** The columns that these tables share. */
    private record Row(Readable of) {

        UUID id() {
            return of.get("id", UUID.class);
        }

        UUID id(String column) {
            return of.get(column, UUID.class);
        }

        @Nullable
        UUID idOrNone(String column) {
            return of.get(column, UUID.class);
        }

        UUID payment() {
            return of.get("payment_id", UUID.class);
        }

        UUID subject() {
            return of.get("subject", UUID.class);
        }

        String account() {
            return of.get("account", String.class);
        }

        String currency() {
            return of.get("currency", String.class);
        }

        long cents(String column) {
            return of.get(column, Long.class);
        }

        Instant at(String column) {
            return of.get(column, Instant.class);
        }
    }
}
