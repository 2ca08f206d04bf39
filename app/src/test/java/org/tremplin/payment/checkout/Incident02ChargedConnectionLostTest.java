package org.tremplin.payment.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tremplin.payment.stripe.BehindALine;

@Tag("incident-02")
@DisplayName("incident 2: charged, connection lost, charged again")
class Incident02ChargedConnectionLostTest extends BehindALine {

    private static final int ALL = 1_000;

    @Autowired
    private ServeLine serve;

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
