package org.tremplin.payment.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.payment.stripe.BehindALine;

@Tag("incident-02")
@DisplayName("incident 2: charged, connection lost, charged again")
class Incident02ChargedConnectionLostTest extends BehindALine {

    private static final int ALL = 1_000;

    @Autowired
    private ServeLine serve;

    @Autowired
    private Payments payments;

    @Autowired
    private TransactionalOperator transaction;

    @Test
    void asksAgainWithTheSameKeyWhenTheAnswerIsLost() {
        // the client of the JDK asks once more by itself
        HURRIED.losesAnswers(2);
        assertThat(locationOf(give("50", key()))).startsWith("https://checkout.stripe.test/");
        assertThat(HURRIED.sessions()).hasSize(1);
    }

    @Test
    void findsTheSameSessionWhenEveryAnswerWasLostAndTheDonorTriesLater() {
        HURRIED.losesAnswers(ALL);
        String key = key();
        give("50", key).expectStatus().isEqualTo(503);
        HURRIED.losesAnswers(0);
        assertThat(HURRIED.sessions()).as("the provider did the work").hasSize(1);
        forgetFaults();
        assertThat(locationOf(give("50", key))).endsWith(HURRIED.sessions().get(0));
        assertThat(HURRIED.sessions()).hasSize(1);
        assertThat(donations()).isEqualTo(1);
    }

    @Test
    void keepsTheMailedLinkWhenTheSessionNobodySawRunsOut() {
        HURRIED.losesAnswers(ALL);
        give("50", key()).expectStatus().isEqualTo(503);
        HURRIED.losesAnswers(0);
        forgetFaults();
        endedByItsEvent();
        assertThat(locationOf(donor.post(link()))).startsWith("https://checkout.stripe.test/");
        assertThat(HURRIED.sessions())
                .as("the first one, over, and its successor")
                .hasSize(2);
        HURRIED.pay(HURRIED.sessions().get(1));
        assertThat(locationOf(donor.post(link()))).endsWith("?deja");
        pump.drain().block();
        assertThat(received()).isEqualTo(5_000);
        assertThat(donations()).isEqualTo(1);
    }

    private void endedByItsEvent() {
        payments.lock(List.of(only("payment_id", UUID.class)))
                .flatMap(locked -> payments.save(List.of(
                        new Payments.Change(locked.get(0), locked.get(0).told(Word.EXPIRED, null, clock.instant())))))
                .as(transaction::transactional)
                .block();
        pump.drain().block();
    }

    private String link() {
        return "/don/" + only("token", String.class) + "/paiement";
    }

    private <T> T only(String column, Class<T> type) {
        return database.sql("select " + column + " from donation.donation where campaign_id = :campaign")
                .bind("campaign", campaign.campaign().id().value())
                .map(row -> row.get(0, type))
                .one()
                .block();
    }

    @Test
    void findsTheSameSessionWhenTheAnswerToTheLineWasLost() {
        closeTheDoor();
        String page = queue("50", key());
        openTheDoor();
        HURRIED.losesAnswers(2);
        serve.serve().block();
        assertThat(locationOf(donor.get(page + "/suite")))
                .endsWith(HURRIED.sessions().get(0));
        assertThat(HURRIED.sessions()).hasSize(1);
    }

    @Test
    void chargesOnceWhenThePayerLosesTheLineAfterPayingAndGivesAgain() {
        String key = key();
        give("50", key).expectStatus().isSeeOther();
        HURRIED.pay(HURRIED.sessions().get(0));
        assertThat(locationOf(give("50", key))).endsWith("?deja");
        assertThat(locationOf(give("20", key))).endsWith("?deja");
        pump.drain().block();
        assertThat(HURRIED.sessions()).hasSize(1);
        assertThat(received()).isEqualTo(5_000);
        assertThat(donations()).isEqualTo(1);
    }
}
