package org.tremplin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.TestClock;
import org.tremplin.TestDatabase;
import reactor.core.publisher.Flux;

@Tag("postgres")
class SignInLimitsTest {

    private final DatabaseClient database = TestDatabase.fresh().client();
    private final TransactionalOperator transaction = TestDatabase.transaction(database);
    private final SignIns signIns = new SignIns(database, new TestClock());
    private final SignInLimits limits = new SignInLimits(database, new SignInSettings(Duration.ofHours(1), 2, 3));

    @Test
    void countsParallelRequestsForOneAddress() {
        long allowed = Flux.range(0, 8)
                .flatMap(i -> ask("lea@example.example", "block " + i))
                .filter(Boolean::booleanValue)
                .count()
                .block();
        assertThat(allowed).isEqualTo(2);
    }

    @Test
    void countsParallelRequestsOfOneNeighbourhood() {
        long allowed = Flux.range(0, 8)
                .flatMap(i -> ask("lea" + i + "@example.example", "198.51.100.0/24"))
                .filter(Boolean::booleanValue)
                .count()
                .block();
        assertThat(allowed).isEqualTo(3);
    }

    private reactor.core.publisher.Mono<Boolean> ask(String email, String block) {
        SignIn wish = new SignIn(UUID.randomUUID(), email, "fr", "/", 0, new byte[0]);
        return limits.allow(email, block)
                .flatMap(allowed -> allowed
                        ? signIns.write(wish, Secrets.fresh(), new byte[32], block, Instant.EPOCH)
                                .thenReturn(true)
                        : reactor.core.publisher.Mono.just(false))
                .as(transaction::transactional);
    }
}
