package org.tremplin.operation.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.TestApplication;
import org.tremplin.TestConnections;
import org.tremplin.platform.event.Pump;
import org.tremplin.platform.persistence.OwnConnections;
import org.tremplin.platform.persistence.SteerableClock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Two instances that start on one empty database: one makes the sample data, the other waits until it is made. */
@TestApplication
class TwoTellersTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @Autowired
    Told told;

    @Autowired
    Days days;

    @Autowired
    Donors donors;

    @Autowired
    SteerableClock clock;

    @Autowired
    Pump pump;

    @Autowired
    TestConnections connections;

    @Autowired
    DatabaseClient database;

    private final AtomicInteger telling = new AtomicInteger();
    private final Sinks.Empty<Void> mayEnd = Sinks.empty();
    private final Sinks.Empty<Void> begun = Sinks.empty();

    @Test
    void letsOneOfTwoInstancesMakeTheSampleData() {
        Mono<Void> first = instance().make().cache();
        Mono<Void> second = instance().make().cache();
        first.subscribe();
        begun.asMono().block(LONG);
        Mono<String> waits = second.thenReturn("made").cache();
        waits.subscribe();
        // it asked for the lock, and did not get it
        Flux.interval(Duration.ofMillis(50))
                .onBackpressureDrop()
                .concatMap(tick -> askedForTheLock(), 1)
                .takeUntil(seen -> seen >= 2)
                .blockLast(LONG);
        mayEnd.tryEmitEmpty();
        Mono.when(first, waits).block(LONG);
        assertThat(telling).hasValue(1);
        assertThat(told.story().block().whole()).isTrue();
        assertThat(told.story().block().finished()).containsExactly("counted");
    }

    @Test
    void letsTheNextOneInWhenTheTellerIsKilled() {
        OneTeller one = new OneTeller(new OwnConnections(connections));
        Sinks.Empty<Void> inside = Sinks.empty();
        Sinks.Empty<Void> never = Sinks.empty();
        Mono<Void> killed = one.alone(Mono.fromRunnable(inside::tryEmitEmpty).then(never.asMono()));
        killed.subscribe(done -> {}, lost -> {});
        inside.asMono().block(LONG);
        connections.database().disconnectAll();
        assertThat(one.alone(Mono.empty()).thenReturn("in").block(LONG)).isEqualTo("in");
        never.tryEmitEmpty();
    }

    private SampleData instance() {
        Chapter counted = new Chapter() {
            @Override
            public String name() {
                return "counted";
            }

            @Override
            public Mono<Void> tell(LocalDate today, Papers papers) {
                telling.incrementAndGet();
                begun.tryEmitEmpty();
                return mayEnd.asMono();
            }
        };
        return new SampleData(
                told, List.of(counted), days, donors, new OneTeller(new OwnConnections(connections)), clock, pump);
    }

    private Mono<Long> askedForTheLock() {
        return database.sql("""
                select count(*) from pg_stat_activity where query like '%pg_try_advisory_lock%' and pid <> pg_backend_pid()
                  and datname = current_database()
                """).map(row -> row.get(0, Long.class)).one();
    }
}
