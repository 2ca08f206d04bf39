package org.tremplin.patron.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.TestClock;
import org.tremplin.TestDatabase;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Tag("postgres")
class DailyLimitsTest {

    private final DatabaseClient database = TestDatabase.fresh().client();
    private final TransactionalOperator transaction = TestDatabase.transaction(database);
    private final DailyLimits limits = new DailyLimits(database, new TestClock());

    @Test
    void countsParallelQuestionsOfOnePerson() {
        UUID person = UUID.randomUUID();
        assertThat(allowed(14, at -> limits.mayAsk(person), () -> limits.asked(person)))
                .isEqualTo(DailyLimits.QUESTIONS);
    }

    @Test
    void countsParallelInvitationsToOneAddressWhoeverSendsThem() {
        UUID person = UUID.randomUUID();
        assertThat(allowed(
                        8,
                        at -> limits.mayInvite(UUID.randomUUID(), " LEA@example.example"),
                        () -> limits.invited(person, "lea@example.example")))
                .isEqualTo(DailyLimits.TO_ADDRESS);
    }

    @Test
    void countsInvitationsOfOnePersonToAnybody() {
        UUID person = UUID.randomUUID();
        assertThat(allowed(
                        24,
                        at -> limits.mayInvite(person, at + "@example.example"),
                        () -> limits.invited(person, UUID.randomUUID() + "@example.example")))
                .isEqualTo(DailyLimits.INVITATIONS);
    }

    @Test
    void countsNothingThatWasNotSent() {
        UUID person = UUID.randomUUID();
        assertThat(allowed(14, at -> limits.mayAsk(person), Mono::empty)).isEqualTo(14);
        assertThat(allowed(8, at -> limits.mayInvite(person, "lou@example.example"), Mono::empty))
                .isEqualTo(8);
    }

    /** @param done when it may be done */
    private long allowed(int times, Function<Integer, Mono<Boolean>> may, Supplier<Mono<Void>> done) {
        return Flux.range(0, times)
                .flatMap(at -> may.apply(at)
                        .delayUntil(yes -> yes ? done.get() : Mono.empty())
                        .as(transaction::transactional))
                .filter(Boolean::booleanValue)
                .count()
                .block();
    }
}
