package org.tremplin.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.TestClock;
import org.tremplin.TestDatabase;
import org.tremplin.platform.BadSetting;
import org.tremplin.platform.alarm.AlarmsForTests;
import reactor.core.publisher.Mono;

/** The daily job, whatever there is to forget. */
@Tag("postgres")
class RetentionJobTest {

    private final DatabaseClient database = TestDatabase.fresh().client();
    private final TestClock clock = new TestClock();

    @Test
    void forgetsInBatchesUntilNothingIsLeft() {
        Old old = new Old(3 * RetentionJob.BATCH + 7);
        assertThat(job(old).run().block()).isEqualTo(3L * RetentionJob.BATCH + 7);
        assertThat(old.left.get()).isZero();
        assertThat(old.calls.get()).isEqualTo(4);
    }

    @Test
    void changesNothingTheSecondTimeAndComesBackTheNextDay() {
        Old old = new Old(3);
        RetentionJob job = job(old);
        job.run().block();
        old.left.set(2);
        assertThat(job.run().block()).isZero();
        clock.pass(Duration.ofDays(1));
        assertThat(job.run().block()).isEqualTo(2);
    }

    @Test
    void doesNoMoreAtOneWakingThanItMayAndGoesOnAtTheNext() {
        long bound = (long) RetentionJob.MOST_BATCHES * RetentionJob.BATCH;
        Old old = new Old(bound + 1);
        RetentionJob job = job(old);
        assertThat(job.run().block()).isEqualTo(bound);
        assertThat(job.run().block()).isEqualTo(1);
    }

    @Test
    void leavesToAnotherInstanceWhatThatOneIsAt() {
        Old inner = new Old(1);
        Retention slow = new Old(0) {
            @Override
            public Mono<Long> forget(Instant now, int most) {
                return job(inner).run();
            }
        };
        assertThat(job(slow).run().block()).isZero();
        assertThat(inner.calls.get()).isZero();
    }

    @Test
    void raisesAnAlarmForAKindThatFailsAndForgetsTheOthers() {
        Retention broken = new Old("broken", 1) {
            @Override
            public Mono<Long> forget(Instant now, int most) {
                return Mono.error(new IllegalStateException("no"));
            }
        };
        Old old = new Old(1);
        assertThat(job(broken, old).run().block()).isEqualTo(1);
        assertThat(alarms()).isEqualTo(1);
    }

    @Test
    void closesTheAlarmOnceItWorksAgain() {
        AlarmsForTests.of(database, clock)
                .raise("privacy.kept_too_long", "old", "x", "y")
                .block();
        job(new Old(1)).run().block();
        assertThat(alarms()).isZero();
    }

    @Test
    void refusesToStartWithATermTheLawDoesNotAllow() {
        assertThatThrownBy(() -> new Term("tremplin.x", Period.ofYears(5)).atLeast(Period.ofYears(6), "the law"))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("tremplin.x");
        assertThatThrownBy(() -> new Term("tremplin.x", Period.ofMonths(37)).atMost(Period.ofYears(3), "the law"))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("3y or shorter");
        assertThat(new Term("tremplin.x", Period.ofDays(1)).atMost(Period.ofYears(3), ""))
                .isNotNull();
    }

    private long alarms() {
        return database.sql(
                        "select count(*) from platform.alarm where kind = 'privacy.kept_too_long' and closed_at is null")
                .map(row -> row.get(0, Long.class))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private RetentionJob job(Retention... retentions) {
        return new RetentionJob(database, List.of(retentions), AlarmsForTests.of(database, clock), clock);
    }

    /** Rows that are only counted. */
    private static class Old implements Retention {

        private final String code;
        private final AtomicLong left;
        private final AtomicLong calls = new AtomicLong();

        Old(long rows) {
            this("old", rows);
        }

        Old(String code, long rows) {
            this.code = code;
            this.left = new AtomicLong(rows);
        }

        @Override
        public Holding holding() {
            return Holding.of(code, Basis.CONSENT);
        }

        @Override
        public Mono<Long> forget(Instant now, int most) {
            return Mono.fromCallable(() -> {
                calls.incrementAndGet();
                long gone = Math.min(most, left.get());
                left.addAndGet(-gone);
                return gone;
            });
        }
    }
}
