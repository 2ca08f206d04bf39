package org.tremplin.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.TestChanges;
import org.tremplin.TestDatabase;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Two instances on one database tell each other what changed. */
@Tag("postgres")
class ChangesTest {

    private static final int LONG = 60;
    private static final UUID CAMPAIGN = UUID.randomUUID();

    private final TestDatabase database = TestDatabase.fresh();
    private final DatabaseClient sql = database.client();
    private final TransactionalOperator transaction = TestDatabase.transaction(sql);
    private final BlockingQueue<Set<UUID>> here = new LinkedBlockingQueue<>();
    private final BlockingQueue<Set<UUID>> there = new LinkedBlockingQueue<>();
    private final Changes one = TestChanges.of(database, sql, here::add);
    private final Changes other = TestChanges.of(database, there::add);

    @BeforeEach
    void listen() throws InterruptedException {
        one.start();
        other.start();
        // what was told before anybody listened
        assertThat(next(here)).isEmpty();
        assertThat(next(there)).isEmpty();
    }

    @AfterEach
    void hangUp() {
        one.stop();
        other.stop();
        database.drop();
    }

    @Test
    void tellsEveryInstanceOnceABatchIsCommitted() throws InterruptedException {
        UUID second = UUID.randomUUID();
        one.tell(List.of(CAMPAIGN, second, CAMPAIGN))
                .then(one.tell(List.of()))
                .as(transaction::transactional)
                .block();
        assertThat(next(here)).containsExactlyInAnyOrder(CAMPAIGN, second);
        assertThat(next(there)).containsExactlyInAnyOrder(CAMPAIGN, second);
        assertThat(there).isEmpty();
    }

    @Test
    void tellsNothingOfWhatIsRolledBack() throws InterruptedException {
        one.tell(List.of(UUID.randomUUID()))
                .then(Mono.error(new IllegalStateException("rolled back")))
                .as(transaction::transactional)
                .onErrorComplete()
                .block();
        one.tell(List.of(CAMPAIGN)).block();
        assertThat(next(there)).containsExactly(CAMPAIGN);
    }

    @Test
    void tellsThatAnythingMayHaveChangedWhenABatchIsTooLong() throws InterruptedException {
        one.tell(Stream.generate(UUID::randomUUID).limit(500).toList()).block();
        assertThat(next(there)).isEmpty();
    }

    @Test
    void listensAgainAfterACutAndDoubtsEverything() throws InterruptedException {
        database.reachable(false);
        long cut = System.nanoTime();
        Flux.interval(Duration.ofMillis(600)).take(2).blockLast();
        assertThat(other.heardUntil()).as("nothing is heard").isLessThan(cut);
        database.reachable(true);
        assertThat(next(there)).as("what was told meanwhile").isEmpty();
        one.tell(List.of(CAMPAIGN)).retry(20).block();
        assertThat(next(there)).containsExactly(CAMPAIGN);
        Flux.interval(Duration.ofMillis(50))
                .takeUntil(tick -> other.heardUntil() > cut)
                .blockLast(Duration.ofSeconds(LONG));
    }

    private static Set<UUID> next(BlockingQueue<Set<UUID>> heard) throws InterruptedException {
        return heard.poll(LONG, TimeUnit.SECONDS);
    }
}
