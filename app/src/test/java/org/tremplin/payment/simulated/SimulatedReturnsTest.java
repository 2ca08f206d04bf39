package org.tremplin.payment.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.CardGifts;
import org.tremplin.Samples;
import org.tremplin.TestApplication;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.payment.DisputeState;
import org.tremplin.payment.Refund;
import org.tremplin.payment.Refunds;
import org.tremplin.payment.SimulatedBank;
import org.tremplin.platform.event.Pump;

/** Money goes back by the simulated provider as it does by the real one: the demonstration shows the same code. */
@TestApplication
@Import({Samples.class, CardGifts.class})
class SimulatedReturnsTest {

    @Autowired
    Samples samples;

    @Autowired
    CardGifts cards;

    @Autowired
    Pump pump;

    @Autowired
    DatabaseClient database;

    @Autowired
    SimulatedBank bank;

    @Autowired
    Refunds refunds;

    @Autowired
    TransactionalOperator transaction;

    private String session;
    private UUID payment;

    @BeforeEach
    void gift() {
        PublishedCampaign campaign = samples.campaign(
                samples.association("Retour " + UUID.randomUUID()),
                "retour-" + UUID.randomUUID().toString().substring(0, 8));
        session = cards.begin(campaign, Map.of());
        payment = cards.payment(session);
    }

    @Test
    void givesBackWhatIsAskedForHere() {
        paid();
        Refunds.Asked asked = refunds.ask(payment, UUID.randomUUID(), 2_000)
                .as(transaction::transactional)
                .block();
        assertThat(asked).isInstanceOf(Refunds.Accepted.class);
        pump.drain().block();
        assertThat(told()).containsExactly("refund_taken 2000");
        assertThat(refunds.of(List.of(payment)).collectList().block())
                .singleElement()
                .matches(Refund::taken)
                .matches(refund -> !refund.atProvider());
    }

    @Test
    void givesBackInItsDashboardAndTakesBackWhatTheBankDidNotWant() {
        assertThat(bank.refund(session, 1_000).block()).as("nothing came yet").isNull();
        paid();
        assertThat(bank.refund(session, 5_001).block()).as("more than came").isNull();
        String refund = bank.refund(session, 1_000).block();
        pump.drain().block();
        assertThat(told()).containsExactly("refund_taken 1000");
        bank.sendBack(refund).block();
        bank.sendBack(refund).block();
        pump.drain().block();
        assertThat(told()).containsExactly("refund_taken 1000", "refund_returned 1000");
        assertThat(refunds.refundable(payment).block()).isEqualTo(5_000);
    }

    @Test
    void winsADisputeThatBeganWithAWarning() {
        paid();
        String dispute = bank.warn(session).block();
        pump.drain().block();
        assertThat(told()).isEmpty();
        bank.move(dispute, DisputeState.OPEN).block();
        pump.drain().block();
        bank.move(dispute, DisputeState.WON).block();
        bank.move(dispute, DisputeState.LOST).block();
        pump.drain().block();
        assertThat(told()).containsExactly("dispute_opened 5000", "dispute_won 5000");
    }

    @Test
    void losesADispute() {
        paid();
        String dispute = bank.dispute(session).block();
        pump.drain().block();
        bank.move(dispute, DisputeState.PREVENTED).block();
        pump.drain().block();
        assertThat(told()).containsExactly("dispute_opened 5000", "dispute_lost 5000");
    }

    @Test
    void losesAReturnedDirectDebitAtOnce() {
        bank.decide(session, SimulatedBank.Outcome.PENDING).block();
        assertThat(bank.returnDebit(session).block()).as("it did not come yet").isNull();
        bank.decide(session, SimulatedBank.Outcome.CONFIRMED).block();
        pump.drain().block();
        assertThat(bank.returnDebit(session).block()).isNotNull();
        pump.drain().block();
        assertThat(told()).containsExactly("dispute_opened 5000", "dispute_lost 5000");
    }

    private void paid() {
        bank.decide(session, SimulatedBank.Outcome.PAID).block();
        pump.drain().block();
    }

    private List<String> told() {
        return database.sql("""
                select replace(name, 'payment.', '') || ' ' || (body->>'cents') as told from platform.event
                where body->>'payment' = :payment
                  and (name ~ 'payment.refund_(taken|returned|refused)' or name ~ 'payment.dispute_(opened|won|lost)')
                order by id
                """)
                .bind("payment", payment.toString())
                .map(row -> row.get("told", String.class))
                .all()
                .collectList()
                .block();
    }
}
