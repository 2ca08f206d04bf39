package org.tremplin.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tremplin.payment.Refunds;
import org.tremplin.payment.dispute.WaitingDisputes;
import org.tremplin.payment.stripe.StripeObjects.Movement;

/** Payments that the payer's bank takes back, through the real provider code. */
class StripeDisputeTest extends MoneyBackStories {

    private static final Movement WITHDRAWN = new Movement(-5_000, 2_000, 3_600);
    private static final Movement REINSTATED = new Movement(5_000, -2_000, 90_000);

    @Autowired
    WaitingDisputes waiting;

    @Test
    void winsADisputeAndItsFee() {
        UUID payment = paid();
        StripeObjects stripe = objects(payment);
        String id = "dp_" + payment;
        stripe.showsDispute(id, stripe.dispute(id, "needs_response", WITHDRAWN));
        tellDispute("created", id);
        tellDispute("funds_withdrawn", id);
        pump.drain().block();
        assertThat(facts(payment)).containsExactly("dispute_opened 5000 fee 2000");
        assertThat(states("dispute", payment)).containsExactly("OPEN");
        assertThat(ask(payment, UUID.randomUUID(), 1)).isEqualTo(new Refunds.TooMuch(0));

        shown(stripe, id, "updated", "under_review", WITHDRAWN);
        // closed and paid back are two steps
        shown(stripe, id, "closed", "won", WITHDRAWN);
        assertThat(facts(payment)).hasSize(1);
        assertThat(refunds.refundable(payment).block()).isZero();

        stripe.showsDispute(id, stripe.dispute(id, "won", WITHDRAWN, REINSTATED));
        tellDispute("funds_reinstated", id);
        tellDispute("closed", id);
        pump.drain().block();
        assertThat(facts(payment)).containsExactly("dispute_opened 5000 fee 2000", "dispute_won 5000 fee back 2000");
        assertThat(states("dispute", payment)).containsExactly("WON");
        assertThat(refunds.refundable(payment).block()).isEqualTo(5_000);
        nothingWaits();
    }

    @Test
    void losesADispute() {
        UUID payment = paid();
        StripeObjects stripe = objects(payment);
        String id = "dp_" + payment;
        shown(stripe, id, "created", "needs_response", WITHDRAWN);
        stripe.showsDispute(id, stripe.dispute(id, "lost", WITHDRAWN));
        tellDispute("closed", id);
        tellDispute("closed", id);
        pump.drain().block();
        assertThat(facts(payment)).containsExactly("dispute_opened 5000 fee 2000", "dispute_lost 5000");
        assertThat(states("dispute", payment)).containsExactly("LOST");
        assertThat(refunds.refundable(payment).block()).isZero();
    }

    /** A direct debit returned weeks later: there is nothing to contest. */
    @Test
    void losesAReturnedDirectDebitAtOnce() {
        UUID payment = paid();
        StripeObjects stripe = objects(payment);
        String id = "dp_" + payment;
        stripe.showsDispute(id, stripe.dispute(id, "lost", new Movement(-5_000, 0, 2_000_000)));
        tellDispute("closed", id);
        tellDispute("funds_withdrawn", id);
        tellDispute("created", id);
        pump.drain().block();
        assertThat(facts(payment)).containsExactly("dispute_opened 5000 fee 0", "dispute_lost 5000");
    }

    @ParameterizedTest
    @CsvSource({"prevented, PREVENTED", "warning_closed, CLOSED"})
    void losesWhatWasWithdrawnAndDoesNotComeBack(String status, String state) {
        UUID payment = paid();
        StripeObjects stripe = objects(payment);
        String id = "dp_" + payment;
        shown(stripe, id, "created", status, WITHDRAWN);
        assertThat(facts(payment)).containsExactly("dispute_opened 5000 fee 2000", "dispute_lost 5000");
        assertThat(states("dispute", payment)).containsExactly(state);
    }

    @ParameterizedTest
    @CsvSource({"prevented, PREVENTED", "warning_closed, CLOSED"})
    void tellsNothingOfAWarningThatTookNoMoney(String status, String state) {
        UUID payment = paid();
        StripeObjects stripe = objects(payment);
        String id = "dp_" + payment;
        long alarms = number("select count(*) from platform.alarm");
        shown(stripe, id, "created", "warning_needs_response");
        assertThat(states("dispute", payment)).containsExactly("WARNING");
        assertThat(refunds.refundable(payment).block()).isEqualTo(5_000);
        shown(stripe, id, "closed", status);
        assertThat(states("dispute", payment)).containsExactly(state);
        assertThat(facts(payment)).isEmpty();
        assertThat(number("select count(*) from platform.alarm")).isEqualTo(alarms);
    }

    @Test
    void opensADisputeAfterAWarning() {
        UUID payment = paid();
        StripeObjects stripe = objects(payment);
        String id = "dp_" + payment;
        shown(stripe, id, "created", "warning_under_review");
        shown(stripe, id, "funds_withdrawn", "needs_response", WITHDRAWN);
        assertThat(facts(payment)).containsExactly("dispute_opened 5000 fee 2000");
        assertThat(states("dispute", payment)).containsExactly("OPEN");
    }

    /** Of a payment that was given back in part the bank takes all, and the provider gives that part back at once. */
    @Test
    void losesOnlyWhatDidNotComeBack() {
        UUID payment = paid();
        StripeObjects stripe = objects(payment);
        String id = "dp_" + payment;
        shown(stripe, id, "closed", "lost", WITHDRAWN, new Movement(2_000, 0, 4_000));
        assertThat(facts(payment))
                .containsExactly("dispute_opened 5000 fee 2000", "dispute_won 2000", "dispute_lost 3000");
        assertThat(refunds.refundable(payment).block()).isEqualTo(2_000);
    }

    @Test
    void winsAfterAllWhatWasLost() {
        UUID payment = paid();
        StripeObjects stripe = objects(payment);
        String id = "dp_" + payment;
        shown(stripe, id, "closed", "lost", WITHDRAWN);
        shown(stripe, id, "funds_reinstated", "won", WITHDRAWN, REINSTATED);
        assertThat(facts(payment))
                .containsExactly(
                        "dispute_opened 5000 fee 2000",
                        "dispute_lost 5000",
                        "dispute_won 5000 fee back 2000",
                        "dispute_moved fee 0 out 0 lost 0 undone 5000");
        assertThat(books(payment)).containsOnly(entry("75411", 0L), entry("4677", 0L), entry("627", 0L));
    }

    /** A fee for the answer to a dispute comes alone. */
    @Test
    void booksAFeeThatComesAfterTheWithdrawal() {
        UUID payment = paid();
        StripeObjects stripe = objects(payment);
        String id = "dp_" + payment;
        shown(stripe, id, "created", "needs_response", WITHDRAWN);
        shown(stripe, id, "updated", "needs_response", WITHDRAWN, new Movement(0, 1_500, 9_000));
        assertThat(facts(payment))
                .containsExactly("dispute_opened 5000 fee 2000", "dispute_moved fee 1500 out 0 lost 0 undone 0");
        assertThat(books(payment)).containsOnly(entry("4677", 5_000L), entry("627", 3_500L));
    }

    /** Seconds are all that the provider tells of time, and its list has no order to rely on. */
    @Test
    void booksEachOfTwoMovementsOfOneSecondOnceInWhateverOrderTheyAreRead() {
        UUID payment = paid();
        StripeObjects stripe = objects(payment);
        String id = "dp_" + payment;
        Movement sameSecond = new Movement(0, 1_500, WITHDRAWN.atBalance());
        Movement reinstated = new Movement(5_000, -3_500, WITHDRAWN.atBalance());
        shown(stripe, id, "created", "needs_response", WITHDRAWN);
        shown(stripe, id, "updated", "under_review", sameSecond, WITHDRAWN);
        shown(stripe, id, "updated", "under_review", WITHDRAWN, sameSecond);
        shown(stripe, id, "funds_reinstated", "won", reinstated, sameSecond, WITHDRAWN);
        shown(stripe, id, "closed", "won", sameSecond, WITHDRAWN, reinstated);
        assertThat(facts(payment))
                .containsExactly(
                        "dispute_opened 5000 fee 2000",
                        "dispute_moved fee 1500 out 0 lost 0 undone 0",
                        "dispute_won 5000 fee back 3500");
        assertThat(books(payment)).containsOnly(entry("4677", 0L), entry("627", 0L));
    }

    @Test
    void tellsNothingAgainOfMovementsHeardBeforeTheirIdsWereKept() {
        UUID payment = paid();
        StripeObjects stripe = objects(payment);
        String id = "dp_" + payment;
        shown(stripe, id, "created", "needs_response", WITHDRAWN);
        database.sql("update payment.dispute set heard = '{}' where payment_id = :payment")
                .bind("payment", payment)
                .then()
                .block();
        shown(stripe, id, "closed", "won", WITHDRAWN, REINSTATED);
        shown(stripe, id, "closed", "won", WITHDRAWN, REINSTATED);
        assertThat(facts(payment)).containsExactly("dispute_opened 5000 fee 2000", "dispute_won 5000 fee back 2000");
    }

    /** Won, withdrawn again, lost, and given back after all: each of it is booked once, and in the end all is even. */
    @Test
    void booksADisputeWhoseMoneyIsWithdrawnAndReinstatedASecondTime() {
        UUID payment = paid();
        StripeObjects stripe = objects(payment);
        String id = "dp_" + payment;
        Movement again = new Movement(-5_000, 1_500, 120_000);
        Movement backAgain = new Movement(5_000, -1_500, 180_000);
        shown(stripe, id, "created", "needs_response", WITHDRAWN);
        shown(stripe, id, "funds_reinstated", "won", WITHDRAWN, REINSTATED);
        shown(stripe, id, "funds_withdrawn", "under_review", WITHDRAWN, REINSTATED, again);
        assertThat(facts(payment)).last().isEqualTo("dispute_moved fee 1500 out 5000 lost 0 undone 0");
        assertThat(refunds.refundable(payment).block()).isZero();
        assertThat(books(payment)).containsOnly(entry("4677", 5_000L), entry("627", 1_500L));

        shown(stripe, id, "closed", "lost", WITHDRAWN, REINSTATED, again);
        assertThat(facts(payment)).last().isEqualTo("dispute_lost 5000");
        assertThat(books(payment)).containsOnly(entry("75411", 5_000L), entry("4677", 0L), entry("627", 1_500L));

        shown(stripe, id, "funds_reinstated", "won", WITHDRAWN, REINSTATED, again, backAgain);
        shown(stripe, id, "funds_reinstated", "won", WITHDRAWN, REINSTATED, again, backAgain);
        assertThat(facts(payment))
                .endsWith(
                        "dispute_moved fee -1500 out -5000 lost 0 undone 0",
                        "dispute_moved fee 0 out 0 lost 0 undone 5000")
                .hasSize(6);
        assertThat(books(payment)).containsOnly(entry("75411", 0L), entry("4677", 0L), entry("627", 0L));
        assertThat(refunds.refundable(payment).block()).isEqualTo(5_000);

        // an older word, read late, knows of less
        shown(stripe, id, "closed", "lost", WITHDRAWN, REINSTATED, again);
        assertThat(facts(payment)).hasSize(6);
        nothingWaits();
    }

    @Test
    void takesUpWhatWaitsSinceLong() {
        UUID payment = paid();
        StripeObjects stripe = objects(payment);
        String id = "dp_" + payment;
        shown(stripe, id, "created", "needs_response", WITHDRAWN);
        database.sql("update payment.dispute set state = 'CLOSED' where payment_id <> :payment")
                .bind("payment", payment)
                .then()
                .block();
        stripe.showsDispute(id, stripe.dispute(id, "lost", WITHDRAWN));
        clock.pass(Duration.ofDays(2));
        assertThat(waiting.takeUp(Duration.ofDays(1)).block()).isEqualTo(1);
        pump.drain().block();
        assertThat(facts(payment)).containsExactly("dispute_opened 5000 fee 2000", "dispute_lost 5000");
    }

    /** The provider shows the dispute so, tells of it, and what that leads to is done. */
    private void shown(StripeObjects stripe, String id, String event, String status, Movement... movements) {
        stripe.showsDispute(id, stripe.dispute(id, status, movements));
        tellDispute(event, id);
        pump.drain().block();
    }

    /** What a dispute left on each account but the provider's, which is the rest: more than zero is a debit. */
    private Map<String, Long> books(UUID payment) {
        return database.sql("""
                select entry.account, sum(entry.cents)::bigint as cents from ledger.entry entry
                join ledger.transaction posted on posted.id = entry.transaction_id
                where entry.account <> '5115' and posted.source_id in (
                  select id from payment.dispute where payment_id = :payment
                  union select id from payment.dispute_moved where payment_id = :payment)
                group by entry.account
                """)
                .bind("payment", payment)
                .map(row -> Map.entry(row.get("account", String.class), row.get("cents", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .block();
    }
}
