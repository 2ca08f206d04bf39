package org.tremplin.patron.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.function.Function;
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
        assertThat(allowed(14, at -> limits.question(person))).isEqualTo(DailyLimits.QUESTIONS);
    }

    @Test
    void countsParallelInvitationsToOneAddressWhoeverSendsThem() {
        assertThat(allowed(8, at -> limits.invitation(UUID.randomUUID(), " LEA@example.example")))
                .isEqualTo(DailyLimits.TO_ADDRESS);
    }

    @Test
    void countsInvitationsOfOnePersonToAnybody() {
        UUID person = UUID.randomUUID();
        assertThat(allowed(24, at -> limits.invitation(person, at + "@example.example")))
                .isEqualTo(DailyLimits.INVITATIONS);
    }

    private long allowed(int times, Function<Integer, Mono<Boolean>> act) {
        return Flux.range(0, times)
                .flatMap(at -> act.apply(at).as(transaction::transactional))
                .filter(Boolean::booleanValue)
                .count()
                .block();
    }
}
