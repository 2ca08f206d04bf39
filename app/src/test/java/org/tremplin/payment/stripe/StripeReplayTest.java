package org.tremplin.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tremplin.payment.stripe.StripeObjects.Movement;

/** Events of refunds and disputes, in any order, late, and more than once, lead to the same facts, each told once. */
class StripeReplayTest extends MoneyBackStories {

    private static final Movement TAKEN = new Movement(-1_000, 0, 60);
    private static final Movement RETURNED = new Movement(1_000, 0, 9_000);
    private static final Movement WITHDRAWN = new Movement(-5_000, 2_000, 3_600);
    private static final Movement REINSTATED = new Movement(5_000, -2_000, 90_000);

    /** What is true at the provider from now on, and the events that tell of it. */
    private record Step(Runnable truth, List<Runnable> events) {}

    private record Life(List<Step> steps, List<String> facts) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void tellsTheSameInWhateverOrderItHears(long seed) {
        Random random = new Random(seed);
        UUID payment = open();
        StripeObjects stripe = objects(payment);
        List<Life> lives = new ArrayList<>(List.of(
                pick(random, List.of(refundThatStays(stripe), refundThatReturns(stripe), refundThatNeverLeft(stripe))),
                pick(random, List.of(disputeWon(stripe), disputeLost(stripe), warningClosed(stripe))),
                paid(payment)));
        List<Runnable> onTheWay = new ArrayList<>();
        List<List<Step>> rest = new ArrayList<>();
        lives.forEach(life -> rest.add(new ArrayList<>(life.steps())));
        while (rest.stream().anyMatch(steps -> !steps.isEmpty())) {
            List<Step> next =
                    pick(random, rest.stream().filter(steps -> !steps.isEmpty()).toList());
            Step step = next.remove(0);
            step.truth().run();
            for (int copy = random.nextInt(3); copy >= 0; copy--) {
                onTheWay.addAll(step.events());
            }
            Collections.shuffle(onTheWay, random);
            for (int arrive = random.nextInt(onTheWay.size() + 1); arrive > 0; arrive--) {
                onTheWay.remove(0).run();
            }
            if (random.nextBoolean()) {
                pump.drain().block();
            }
        }
        onTheWay.forEach(Runnable::run);
        pump.drain().block();
        onTheWay.forEach(Runnable::run);
        pump.drain().block();

        assertThat(facts(payment))
                .containsExactlyInAnyOrderElementsOf(
                        lives.stream().flatMap(life -> life.facts().stream()).toList());
        assertThat(number(
                        "select count(*) from platform.event where name = 'payment.succeeded' and body->>'payment' = '"
                                + payment + "'"))
                .isEqualTo(1);
        nothingWaits();
    }

    private Life paid(UUID payment) {
        return new Life(
                List.of(new Step(
                        () -> {},
                        List.of(
                                () -> send(checkout("completed", "paid", payment))
                                        .expectStatus()
                                        .isOk(),
                                () -> send(charge("charge.succeeded", payment, null))
                                        .expectStatus()
                                        .isOk()))),
                List.of());
    }

    private Life refundThatStays(StripeObjects stripe) {
        String id = "re_" + stripe.payment();
        return new Life(
                List.of(
                        refund(stripe, id, "pending", null, null, "refund.created"),
                        refund(stripe, id, "succeeded", TAKEN, null, "refund.updated")),
                List.of("refund_taken 1000"));
    }

    private Life refundThatReturns(StripeObjects stripe) {
        String id = "re_" + stripe.payment();
        return new Life(
                List.of(
                        refund(stripe, id, "succeeded", TAKEN, null, "refund.created"),
                        refund(stripe, id, "failed", TAKEN, RETURNED, "refund.failed")),
                List.of("refund_taken 1000", "refund_returned 1000"));
    }

    private Life refundThatNeverLeft(StripeObjects stripe) {
        String id = "re_" + stripe.payment();
        return new Life(
                List.of(
                        refund(stripe, id, "pending", null, null, "refund.created"),
                        refund(stripe, id, "canceled", null, null, "charge.refund.updated")),
                List.of("refund_refused 1000"));
    }

    private Step refund(
            StripeObjects stripe, String id, String status, Movement taken, Movement returned, String event) {
        return new Step(
                () -> stripe.shows(id, stripe.refund(id, null, status, 1_000, taken, returned)),
                List.of(() -> tellRefund(event, id), () -> tellChargeRefunded(stripe)));
    }

    private Life disputeWon(StripeObjects stripe) {
        return new Life(
                List.of(
                        dispute(stripe, "warning_needs_response", List.of("created")),
                        dispute(stripe, "needs_response", List.of("updated", "funds_withdrawn"), WITHDRAWN),
                        dispute(stripe, "won", List.of("closed"), WITHDRAWN),
                        dispute(stripe, "won", List.of("funds_reinstated"), WITHDRAWN, REINSTATED)),
                List.of("dispute_opened 5000 fee 2000", "dispute_won 5000 fee back 2000"));
    }

    private Life disputeLost(StripeObjects stripe) {
        return new Life(
                List.of(
                        dispute(stripe, "needs_response", List.of("created", "funds_withdrawn"), WITHDRAWN),
                        dispute(stripe, "under_review", List.of("updated"), WITHDRAWN),
                        dispute(stripe, "lost", List.of("closed"), WITHDRAWN)),
                List.of("dispute_opened 5000 fee 2000", "dispute_lost 5000"));
    }

    private Life warningClosed(StripeObjects stripe) {
        return new Life(
                List.of(
                        dispute(stripe, "warning_under_review", List.of("created")),
                        dispute(stripe, "warning_closed", List.of("closed"))),
                List.of());
    }

    private Step dispute(StripeObjects stripe, String status, List<String> events, Movement... movements) {
        String id = "dp_" + stripe.payment();
        return new Step(
                () -> stripe.showsDispute(id, stripe.dispute(id, status, movements)),
                events.stream()
                        .<Runnable>map(event -> () -> tellDispute(event, id))
                        .toList());
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
