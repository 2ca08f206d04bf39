package org.tremplin.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.TestApplication;
import org.tremplin.payment.Refund;
import org.tremplin.payment.RefundState;
import org.tremplin.payment.Refunds;
import org.tremplin.payment.Refunds.Asked;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** What may be asked back. */
@TestApplication
class AskRefundTest {

    @Autowired
    Refunds refunds;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    DatabaseClient database;

    @Test
    void givesBackNoMoreThanCame() {
        UUID payment = payment("SUCCEEDED", "simulated");
        assertThat(ask(payment, 5_001)).isEqualTo("5000 left");
        assertThat(ask(payment, 2_000)).isEqualTo("accepted");
        assertThat(refunds.refundable(payment).block()).isEqualTo(3_000);
        assertThat(ask(payment, 3_001)).isEqualTo("3000 left");
        assertThat(ask(payment, 3_000)).isEqualTo("accepted");
        assertThat(ask(payment, 1)).isEqualTo("0 left");
        assertThat(refunds.of(List.of(payment)).collectList().block())
                .extracting(Refund::cents, Refund::state, Refund::taken, Refund::atProvider)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2_000L, RefundState.REQUESTED, false, false),
                        org.assertj.core.groups.Tuple.tuple(3_000L, RefundState.REQUESTED, false, false));
    }

    /** Incident 13. */
    @Test
    @Tag("incident-13")
    @DisplayName("incident 13: many refunds at once give back no more than came")
    void givesBackNoMoreThanCameWhenAskedManyTimesAtOnce() {
        UUID payment = payment("SUCCEEDED", "simulated");
        List<String> answers = Flux.range(0, 12)
                .flatMap(
                        ignored -> reactor.core.publisher.Mono.fromCallable(() -> ask(payment, 2_000))
                                .subscribeOn(Schedulers.boundedElastic()),
                        12)
                .collectList()
                .block();
        assertThat(answers).filteredOn("accepted"::equals).hasSize(2);
        assertThat(answers).filteredOn("1000 left"::equals).hasSize(10);
        assertThat(refunds.refundable(payment).block()).isEqualTo(1_000);
    }

    @Test
    void findsTheRefundOfAnOperationAgain() {
        UUID payment = payment("SUCCEEDED", "simulated");
        UUID operation = UUID.randomUUID();
        Asked first = ask(payment, operation, 4_000);
        assertThat(ask(payment, operation, 4_000)).isEqualTo(first);
        assertThat(refunds.refundable(payment).block()).isEqualTo(1_000);
    }

    @Test
    void givesNothingBackOfWhatWasNotPaidHere() {
        assertThat(ask(payment("OPEN", "simulated"), 1)).isEqualTo("not paid");
        assertThat(ask(payment("PENDING", "simulated"), 1)).isEqualTo("not paid");
        assertThat(ask(payment("SUCCEEDED", "stripe"), 1)).isEqualTo("not paid");
        assertThat(ask(UUID.randomUUID(), 1)).isEqualTo("not paid");
        assertThat(refunds.refundable(payment("OPEN", "simulated")).block()).isZero();
        assertThat(refunds.refundable(UUID.randomUUID()).block()).isZero();
    }

    @Test
    void givesBackNothingThatADisputeHoldsOrTook() {
        UUID payment = payment("SUCCEEDED", "simulated");
        dispute(payment, "WARNING", "null", 0);
        assertThat(refunds.refundable(payment).block()).isEqualTo(5_000);
        dispute(payment, "OPEN", "null", 0);
        assertThat(refunds.refundable(payment).block()).isEqualTo(4_000);
        dispute(payment, "LOST", "now()", 0);
        assertThat(refunds.refundable(payment).block()).isEqualTo(3_000);
        dispute(payment, "WON", "now()", 1_000);
        assertThat(refunds.refundable(payment).block()).isEqualTo(3_000);
    }

    private String ask(UUID payment, long cents) {
        return ask(payment, UUID.randomUUID(), cents)
                .fold(accepted -> "accepted", left -> left + " left", () -> "not paid");
    }

    private Asked ask(UUID payment, UUID operation, long cents) {
        return Objects.requireNonNull(refunds.ask(payment, operation, cents)
                .as(transaction::transactional)
                .block());
    }

    private UUID payment(String state, String provider) {
        UUID id = UUID.randomUUID();
        database.sql("""
                insert into payment.payment (id, provider, account, state, cents, currency, subject, idempotency_key,
                  paid_at, ended_at, created_at, changed_at)
                values (:id, :provider, '', :state, 5000, 'EUR', :subject, :key, now(), now(), now(), now())
                """)
                .bind("id", id)
                .bind("provider", provider)
                .bind("state", state)
                .bind("subject", UUID.randomUUID())
                .bind("key", "key-" + id)
                .then()
                .block();
        return id;
    }

    private void dispute(UUID payment, String state, String withdrawn, long reinstated) {
        database.sql("""
                insert into payment.dispute (id, payment_id, state, cents, currency, provider_id, created_at, changed_at,
                  withdrawn_at, withdrawn_cents, reinstated_cents)
                values (gen_random_uuid(), :payment, :state, 1000, 'EUR', :provider, now(), now(),
                """ + withdrawn + ", " + (withdrawn.equals("null") ? 0 : 1_000) + ", " + reinstated + ")")
                .bind("payment", payment)
                .bind("state", state)
                .bind("provider", "dp_" + UUID.randomUUID())
                .then()
                .block();
    }
}
