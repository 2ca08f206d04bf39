package org.tremplin.donation.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The sweep looks by itself whether it is due; here the clock passes only when it is told to. */
class SweepByTheClockTest extends ToldInManyWays {

    private static final Duration INTERVAL = Duration.ofMinutes(15);

    @BeforeEach
    void nothingHappened() {
        world();
        soonAgain();
        assertThat(sweep.byTheClock().block()).as("the first").isNotNull();
    }

    @Test
    void runsWhenItIsDueAndNotBefore() {
        assertThat(sweep.byTheClock().block()).isNull();
        clock.pass(INTERVAL.minusSeconds(1));
        assertThat(sweep.byTheClock().block()).isNull();
        clock.pass(Duration.ofSeconds(1));
        assertThat(sweep.byTheClock().block()).satisfies(report -> {
            assertThat(report.swept().complete()).isTrue();
            assertThat(report.balance().outcome()).isEqualTo(CompareBalance.Outcome.EQUAL);
        });
        assertThat(sweep.byTheClock().block()).isNull();
    }

    @Test
    void runsOnceWhenTwoInstancesLookAtTheSameMoment() {
        clock.pass(INTERVAL);
        Mono<Long> both = Mono.zip(
                sweep.byTheClock().map(report -> 1L).defaultIfEmpty(0L),
                sweep.byTheClock().map(report -> 1L).defaultIfEmpty(0L),
                Long::sum);
        assertThat(both.block()).isEqualTo(1);
    }

    /** Not the provider's fault, for which the run has an answer: it stops in the middle. */
    @Test
    void runsAgainAfterOneThatFailed() {
        sql("alter table payment.refund rename to refund_away");
        clock.pass(INTERVAL);
        assertThat(sweep.byTheClock().block())
                .as("it stops and nobody hears an error")
                .isNull();
        assertThat(number("select count(*) from payment.sweep where held_until is not null"))
                .as("nobody waits for its turn to end")
                .isZero();
        sql("alter table payment.refund_away rename to refund");
        assertThat(sweep.byTheClock().block()).as("at the next interval").isNull();
        clock.pass(INTERVAL);
        assertThat(sweep.byTheClock().block()).isNotNull();
    }

    /** What came in vain is mended by the run that comes of itself. */
    @Test
    void findsAPaymentWhoseEventsWereLost() {
        stripe.pay(start(5_000));
        stripe.losesEvents();
        pump.drain().block();
        clock.pass(INTERVAL);
        sweep.byTheClock().block();
        soonAgain();
        assertThat(states()).containsExactly("SETTLED 5000");
    }

    private void sql(String change) {
        database.sql(change).then().block();
    }
}
