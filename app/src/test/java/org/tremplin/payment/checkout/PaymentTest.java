package org.tremplin.payment.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tremplin.payment.PaymentState;

class PaymentTest {

    private static final Instant AT = Instant.parse("2026-11-16T09:00:00Z");

    /** Every way a session can go, as its provider tells it. */
    private static final List<List<Word>> LIVES = List.of(
            List.of(Word.PAID),
            List.of(Word.DECLINED, Word.DECLINED, Word.PAID),
            List.of(Word.DECLINED, Word.PROCESSING, Word.PAID),
            List.of(Word.DECLINED, Word.PROCESSING, Word.DECLINED, Word.BOUNCED),
            List.of(Word.PROCESSING, Word.BOUNCED),
            List.of(Word.DECLINED, Word.EXPIRED),
            List.of(Word.EXPIRED),
            List.of(Word.OPEN, Word.EXPIRED, Word.PAID));

    @Property
    void endsTheSameInWhateverOrderItIsTold(@ForAll("lives") List<Word> life, @ForAll("seeds") int seed) {
        List<Word> shuffled = new java.util.ArrayList<>(life);
        shuffled.addAll(life);
        java.util.Collections.shuffle(shuffled, new java.util.Random(seed));
        Payment told = tell(life);
        Payment again = tell(shuffled);
        assertThat(again.state()).isEqualTo(told.state());
        assertThat(again.endedAt()).isEqualTo(told.endedAt());
    }

    @Property
    void movesForwardOnly(@ForAll List<Word> words) {
        Payment payment = open();
        for (Word word : words) {
            Payment next = payment.told(word, null, AT);
            if (next.state() != payment.state()) {
                assertThat(payment.state().canBecome(next.state())).isTrue();
            }
            if (payment.state() == PaymentState.SUCCEEDED) {
                assertThat(next).isEqualTo(payment);
            }
            payment = next;
        }
        if (words.contains(Word.PAID)) {
            assertThat(payment.state()).isEqualTo(PaymentState.SUCCEEDED);
        }
    }

    @Test
    void isPaidAfterAll() {
        assertThat(tell(List.of(Word.EXPIRED, Word.PAID)).state()).isEqualTo(PaymentState.SUCCEEDED);
    }

    @Test
    void takesASecondTryButNotAfterADelayedPaymentFailed() {
        assertThat(tell(List.of(Word.DECLINED)).unfinished()).isTrue();
        assertThat(tell(List.of(Word.PROCESSING, Word.BOUNCED)).unfinished()).isFalse();
    }

    @Provide
    Arbitrary<List<Word>> lives() {
        return Arbitraries.of(LIVES);
    }

    @Provide
    Arbitrary<Integer> seeds() {
        return Arbitraries.integers();
    }

    private static Payment tell(List<Word> words) {
        Payment payment = open();
        for (Word word : words) {
            payment = payment.told(word, "pi_1", AT);
        }
        return payment;
    }

    private static Payment open() {
        return new Payment(
                UUID.randomUUID(),
                "stripe",
                "",
                PaymentState.OPEN,
                5_000,
                "EUR",
                UUID.randomUUID(),
                "key",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
