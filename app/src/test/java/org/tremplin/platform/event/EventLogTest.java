package org.tremplin.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.TestClock;
import org.tremplin.TestDatabase;
import org.tremplin.platform.alarm.AlarmsForTests;
import org.tremplin.platform.persistence.Ids;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Tag("postgres")
class EventLogTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final DatabaseClient SQL = DATABASE.client();

    private final TransactionalOperator transaction = TestDatabase.transaction(SQL);
    private final TestClock clock = new TestClock();
    private final List<Integer> heard = Collections.synchronizedList(new ArrayList<>());
    private final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void empty() {
        run("truncate platform.delivery, platform.event, platform.alarm");
    }

    @Test
    void deliversEachFactToEachOfItsHandlers() {
        House house = new House(List.of(batch(all -> Mono.empty()), each(one -> Mono.empty())));
        house.append(1, 2, 3);
        house.drain();
        assertThat(heard).containsExactlyInAnyOrder(1, 2, 3, 1, 2, 3);
        assertThat(states()).containsExactly("DONE 6");
        house.drain();
        assertThat(heard).hasSize(6);
    }

    @Test
    void refusesAFactOutsideATransaction() {
        House house = new House(List.of(batch(all -> Mono.empty())));
        assertThatThrownBy(() -> house.log.append(new Counted(1)).block()).isInstanceOf(NoTransactionException.class);
        assertThat(states()).isEmpty();
    }

    @Test
    void forgetsAFactWhoseCauseRollsBack() {
        House house = new House(List.of(batch(all -> Mono.empty())));
        assertThatThrownBy(() -> house.log
                        .append(new Counted(1))
                        .then(Mono.error(new IllegalStateException("the cause failed")))
                        .as(transaction::transactional)
                        .block())
                .hasMessage("the cause failed");
        assertThat(states()).isEmpty();
    }

    @Test
    void handlesUpTo64FactsInOneTransaction() {
        House house = new House(List.of(batch(all -> Mono.empty())));
        house.append(IntStream.rangeClosed(1, 150).toArray());
        house.drain();
        assertThat(batches).containsExactly(64, 64, 22);
        assertThat(heard).hasSize(150).isSorted();
    }

    @Test
    @Tag("incident-10")
    @DisplayName("incident 10: one that fails does not take its batch along")
    void triesEachAloneWhenABatchFails() {
        House house = new House(List.of(batch(all -> all.contains(2) ? Mono.error(new Refusal()) : Mono.empty())));
        house.append(1, 2, 3);
        house.drain();
        assertThat(batches).containsExactly(3, 1, 1, 1);
        assertThat(states()).containsExactly("DONE 2", "WAITING 1");
        assertThat(text("select last_error from platform.delivery where state = 'WAITING'"))
                .isEqualTo(Refusal.class.getName());
    }

    @Test
    void undoesWhatAFailedBatchWrote() {
        House house = new House(List.of(batch(
                all -> SQL.sql("insert into platform.alarm (kind, subject, first_seen, last_seen, cause, next_step)"
                                + " values ('test', :subject, now(), now(), '', '')")
                        .bind("subject", all.toString())
                        .then()
                        .then(all.contains(2) ? Mono.error(new Refusal()) : Mono.empty()))));
        house.append(1, 2);
        house.drain();
        assertThat(text("select string_agg(subject, ' ') from platform.alarm")).isEqualTo("[1]");
    }

    @Test
    @Tag("incident-10")
    @DisplayName("incident 10: one that fails holds no other")
    void goesOnPastOneThatFailsInACallOut() {
        House house = new House(List.of(each(one -> one == 2 ? Mono.error(new Refusal()) : Mono.empty())));
        house.append(1, 2, 3);
        house.drain();
        assertThat(heard).containsExactly(1, 2, 3);
        assertThat(states()).containsExactly("DONE 2", "WAITING 1");
    }

    @Test
    void goesOnPastAHandlerThatThrows() {
        House house = new House(List.of(each(one -> {
            throw new Refusal();
        })));
        house.append(1);
        house.drain();
        assertThat(states()).containsExactly("WAITING 1");
    }

    @Test
    void triesAgainWhenItsTimeHasCome() {
        House house = new House(List.of(each(one -> heard.size() < 2 ? Mono.error(new Refusal()) : Mono.empty())));
        house.append(1);
        house.drain();
        run("update platform.delivery set next_at = now()");
        house.drain();
        assertThat(heard).containsExactly(1, 1);
        assertThat(states()).containsExactly("DONE 1");
    }

    @Test
    void raisesAnAlarmForAStuckDelivery() {
        House house = new House(List.of(each(one -> Mono.error(new Refusal()))));
        house.append(1);
        run("update platform.delivery set attempts = 11");
        house.drain();
        assertThat(states()).containsExactly("STUCK 1");
        assertThat(text("select kind from platform.alarm")).isEqualTo("event.stuck");
    }

    @Test
    void doesNotLetAnUnreadableFactHoldTheOthers() {
        House house = new House(List.of(batch(all -> Mono.empty())));
        house.append(1, 2, 3);
        run("update platform.event set body = '{\"number\":\"x\"}' where body->>'number' = '2'");
        house.drain();
        assertThat(heard).containsExactlyInAnyOrder(1, 3);
        assertThat(states()).containsExactly("DONE 2", "WAITING 1");
    }

    @Test
    void readsAFactThatHasMoreFieldsThanItKnows() {
        House house = new House(List.of(batch(all -> Mono.empty())));
        house.append(1);
        run("update platform.event set body = body || '{\"later\": true}'");
        house.drain();
        assertThat(heard).containsExactly(1);
    }

    @Test
    void leavesAClaimAloneUntilItRunsOut() {
        House house = new House(List.of(batch(all -> Mono.empty())));
        house.append(1);
        run("update platform.delivery set claimed_until = now() + interval '1 minute'");
        house.drain();
        assertThat(heard).isEmpty();
        run("update platform.delivery set claimed_until = now() - interval '1 second'");
        house.drain();
        assertThat(heard).containsExactly(1);
    }

    @Test
    void marksNothingDoneOnceAnotherTookItsClaimOver() {
        House house = new House(
                List.of(each(one -> SQL.sql("update platform.delivery set claimed_until = now() + interval '5 minutes'")
                        .then())));
        house.append(1);
        house.drain();
        assertThat(states()).containsExactly("WAITING 1");
        assertThat(text("select coalesce(last_error, 'none') from platform.delivery"))
                .isEqualTo("none");
    }

    @Test
    void deliversEachOnceWhenTwoInstancesPump() {
        House one = new House(List.of(batch(all -> Mono.empty())));
        House two = new House(List.of(batch(all -> Mono.empty())));
        one.append(IntStream.rangeClosed(1, 500).toArray());
        Flux.merge(one.pump.drain(), two.pump.drain()).blockLast(Duration.ofSeconds(30));
        assertThat(heard).hasSize(500).doesNotHaveDuplicates();
    }

    @Test
    void deliversWhatAHandlerItselfAppends() {
        List<House> house = new ArrayList<>();
        house.add(new House(List.of(batch(
                all -> all.contains(3) ? Mono.empty() : house.get(0).log.append(new Counted(all.get(0) + 1))))));
        house.get(0).append(1);
        house.get(0).drain();
        assertThat(heard).containsExactly(1, 2, 3);
    }

    @Test
    void runsByItselfAndStartsAgainAfterAStop() {
        House house = new House(List.of(batch(all -> Mono.empty())));
        for (int round = 1; round <= 2; round++) {
            int expected = round;
            house.pump.start();
            house.append(round);
            Flux.interval(Duration.ofMillis(10))
                    .takeUntil(tick -> heard.size() >= expected)
                    .blockLast(Duration.ofSeconds(10));
            house.pump.stop();
        }
        assertThat(heard).containsExactly(1, 2);
    }

    private OnBatch<Counted> batch(Function<List<Integer>, Mono<Void>> work) {
        return new OnBatch<>() {
            @Override
            public Mono<Void> handle(List<Counted> facts) {
                List<Integer> numbers = facts.stream().map(Counted::number).toList();
                batches.add(numbers.size());
                return work.apply(numbers).doOnSuccess(done -> heard.addAll(numbers));
            }

            @Override
            public String name() {
                return "test.batch";
            }

            @Override
            public Class<Counted> hears() {
                return Counted.class;
            }
        };
    }

    private OnEach<Counted> each(Function<Integer, Mono<Void>> work) {
        return new OnEach<>() {
            @Override
            public Mono<Void> handle(Counted fact) {
                heard.add(fact.number());
                return work.apply(fact.number());
            }

            @Override
            public String name() {
                return "test.each";
            }

            @Override
            public Class<Counted> hears() {
                return Counted.class;
            }
        };
    }

    private static List<String> states() {
        return SQL.sql("select state || ' ' || count(*) as line from platform.delivery group by state order by state")
                .map(row -> String.valueOf(row.get("line", String.class)))
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private static String text(String sql) {
        return SQL.sql(sql)
                .map(row -> String.valueOf(row.get(0, String.class)))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private static void run(String sql) {
        try (var connection = DATABASE.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Fact(name = "test.counted")
    record Counted(int number) {}

    private static final class Refusal extends RuntimeException {}

    /** One instance: its log and its pump. */
    private final class House {
        private final EventLog log;
        private final Pump pump;

        @SuppressWarnings("unchecked")
        House(List<FactHandler<?>> handlers) {
            Bell bell = new Bell();
            StaticListableBeanFactory beans = new StaticListableBeanFactory();
            handlers.forEach(handler -> beans.addBean(handler.name(), handler));
            ObjectProvider<FactHandler<?>> provider =
                    (ObjectProvider<FactHandler<?>>) (ObjectProvider<?>) beans.getBeanProvider(FactHandler.class);
            this.log = new EventLog(SQL, JSON, new Ids(clock), clock, provider, bell);
            Deliveries deliveries = new Deliveries(SQL, transaction, JSON, AlarmsForTests.of(SQL, clock));
            this.pump = new Pump(handlers, deliveries, bell, new PumpSettings(true, Duration.ofMinutes(5)));
        }

        void append(int... numbers) {
            log.append(IntStream.of(numbers).mapToObj(Counted::new).toList())
                    .as(transaction::transactional)
                    .block();
        }

        void drain() {
            pump.drain().block(Duration.ofSeconds(30));
        }
    }
}
