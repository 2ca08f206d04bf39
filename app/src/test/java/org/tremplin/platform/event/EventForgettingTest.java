package org.tremplin.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.TestClock;
import org.tremplin.TestDatabase;

@Tag("postgres")
class EventForgettingTest {

    private final DatabaseClient database = TestDatabase.fresh().client();
    private final TestClock clock = new TestClock();
    private final EventForgetting forgetting = new EventForgetting(database);

    @Test
    void forgetsAFactOnceAllItsHandlersWereDoneForNinetyDays() {
        UUID done = event();
        delivery(done, "one", "DONE", clock.instant());
        delivery(done, "two", "DONE", clock.instant());
        UUID unheard = event();
        UUID stuck = event();
        delivery(stuck, "one", "DONE", clock.instant());
        delivery(stuck, "two", "STUCK", null);
        UUID waiting = event();
        delivery(waiting, "one", "WAITING", null);
        UUID late = event();
        delivery(late, "one", "DONE", clock.instant().plus(Duration.ofDays(30)));

        clock.pass(Duration.ofDays(89));
        assertThat(forgetting.forget(clock.instant(), 5_000).block()).isZero();
        clock.pass(Duration.ofDays(2));
        assertThat(forgetting.forget(clock.instant(), 5_000).block()).isEqualTo(2);
        assertThat(left()).containsExactlyInAnyOrder(stuck, waiting, late).doesNotContain(done, unheard);
    }

    @Test
    void forgetsNoMoreAtOnceThanItIsAllowed() {
        database.sql("""
                with event as (
                  insert into platform.event (id, name, version, body, recorded_at)
                  select gen_random_uuid(), 'test', 1, '{}', :at from generate_series(1, 2500) returning id)
                insert into platform.delivery (handler, event_id, state, next_at, done_at)
                select 'one', id, 'DONE', :at, :at from event
                """).bind("at", clock.instant()).then().block();
        clock.pass(Duration.ofDays(91));
        assertThat(forgetting.forget(clock.instant(), 1_000).block()).isEqualTo(1_000);
        assertThat(forgetting.forget(clock.instant(), 5_000).block()).isEqualTo(1_500);
        assertThat(left()).isEmpty();
    }

    private UUID event() {
        UUID id = UUID.randomUUID();
        database.sql(
                        "insert into platform.event (id, name, version, body, recorded_at) values (:id, 'test', 1, '{}', :at)")
                .bind("id", id)
                .bind("at", clock.instant())
                .then()
                .block();
        return id;
    }

    private void delivery(UUID event, String handler, String state, @org.jspecify.annotations.Nullable Instant done) {
        var insert = database.sql("""
                insert into platform.delivery (handler, event_id, state, next_at, done_at)
                values (:handler, :event, :state, :at, :done)
                """)
                .bind("handler", handler)
                .bind("event", event)
                .bind("state", state)
                .bind("at", clock.instant());
        (done == null ? insert.bindNull("done", Instant.class) : insert.bind("done", done))
                .then()
                .block();
    }

    private java.util.List<UUID> left() {
        return database.sql("select id from platform.event")
                .map(row -> row.get("id", UUID.class))
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
