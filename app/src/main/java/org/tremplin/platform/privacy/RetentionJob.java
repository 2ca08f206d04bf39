package org.tremplin.platform.privacy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tremplin.platform.alarm.Alarms;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Applies every term once a day. Each kind is claimed by one instance, in batches and no more than so many of them: what
 * is left over is gone on with at the next waking.
 */
@Component
public class RetentionJob {

    static final int BATCH = 500;

    /** Of one kind and one waking. */
    static final int MOST_BATCHES = 100;

    private static final Logger log = LoggerFactory.getLogger(RetentionJob.class);

    /** An hour less than a day, so that the hour of the day does not wander. */
    private static final Duration DAY = Duration.ofHours(23);

    private final DatabaseClient database;
    private final List<Retention> retentions;
    private final Alarms alarms;
    private final Clock clock;

    RetentionJob(DatabaseClient database, List<Retention> retentions, Alarms alarms, Clock clock) {
        this.database = database;
        this.retentions = retentions;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Wakes each hour; what was done within the last day is left alone. */
    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    public Mono<Long> run() {
        return Flux.fromIterable(retentions).concatMap(this::runOne).reduce(0L, Long::sum);
    }

    /** A kind that fails does not keep the others from being forgotten. */
    private Mono<Long> runOne(Retention retention) {
        String code = retention.holding().code();
        return claim(code)
                .flatMap(claimed -> batches(retention)
                        .flatMap(done -> release(code, done.last() < BATCH).thenReturn(done.all())))
                .onErrorResume(failure -> {
                    log.warn("Data of the kind {} was not forgotten: {}", code, failure.toString());
                    return alarms.raise(
                                    "privacy.kept_too_long",
                                    code,
                                    failure.getClass().getSimpleName(),
                                    "Look at the log of the application; the next try follows within an hour")
                            .thenReturn(0L);
                });
    }

    private Mono<Done> batches(Retention retention) {
        Mono<Done> first = retention.forget(clock.instant(), BATCH).map(gone -> new Done(gone, gone, 1));
        return first.expand(done -> done.last() < BATCH || done.batches() == MOST_BATCHES
                        ? Mono.empty()
                        : retention
                                .forget(clock.instant(), BATCH)
                                .map(gone -> new Done(done.all() + gone, gone, done.batches() + 1)))
                .last();
    }

    /** Empty when it was done today, or another instance is at it. The lease goes by the database's clock. */
    private Mono<Boolean> claim(String code) {
        return database.sql("""
                insert into platform.retention (code, held_until) values (:code, now() + interval '15 minutes')
                on conflict (code) do update set held_until = excluded.held_until
                where (retention.held_until is null or retention.held_until < now())
                  and (retention.done_at is null or retention.done_at < :yesterday)
                returning code
                """)
                .bind("code", code)
                .bind("yesterday", clock.instant().minus(DAY))
                .map(row -> true)
                .one();
    }

    private Mono<Void> release(String code, boolean whole) {
        return database.sql("""
                update platform.retention set held_until = null, done_at = case when :whole then :now else done_at end
                where code = :code
                """)
                .bind("code", code)
                .bind("whole", whole)
                .bind("now", clock.instant())
                .then()
                .then(whole ? alarms.close("privacy.kept_too_long", code) : Mono.empty());
    }

    /** @param all rows of this waking; @param last of the last batch */
    private record Done(long all, long last, int batches) {}
}
