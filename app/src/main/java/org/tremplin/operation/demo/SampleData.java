package org.tremplin.operation.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.platform.BadSetting;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.persistence.SteerableClock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The story of the demonstration (design, demo.md), told once into an empty database by the application's own paths.
 * Every date is relative to the day it is told.
 */
@Component
class SampleData {

    private static final Logger log = LoggerFactory.getLogger(SampleData.class);
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final DatabaseClient database;
    private final List<Chapter> chapters;
    private final SteerableClock clock;
    private final TremplinSettings settings;

    SampleData(
            DatabaseClient database,
            EtoileChapter etoile,
            JardinsChapter jardins,
            RivieresChapter rivieres,
            SteerableClock clock,
            TremplinSettings settings) {
        this.database = database;
        // in the order of their days, so that ids, which sort by time, are given in order
        this.chapters = List.of(etoile, jardins, rivieres);
        this.clock = clock;
        this.settings = settings;
    }

    /** Does nothing where there is something; refuses a story that was interrupted. */
    Mono<Void> make() {
        return begun().flatMap(told -> told ? Mono.<Void>empty() : Mono.<Void>error(interrupted()))
                .switchIfEmpty(Mono.defer(() -> inhabited().flatMap(full -> full ? Mono.empty() : tell())));
    }

    private Mono<Void> tell() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        return Mono.fromRunnable(() -> log.info("First start of the demonstration: making the sample data"))
                .then(begin())
                .then(Papers.read())
                .flatMapMany(papers -> Flux.fromIterable(chapters).concatMap(chapter -> chapter.tell(today, papers)))
                .doOnTerminate(clock::reset)
                .doOnCancel(clock::reset)
                .then(Mono.defer(this::end))
                .doOnSuccess(told -> log.info("The sample data is made"));
    }

    /** Whether the story was told whole; empty when it was never begun. */
    private Mono<Boolean> begun() {
        return database.sql("select told_at is not null as told from operation.sample_data")
                .map(row -> Boolean.TRUE.equals(row.get("told", Boolean.class)))
                .one();
    }

    private Mono<Boolean> inhabited() {
        return database.sql("select exists (select 1 from association.public_association) as inhabited")
                .map(row -> Boolean.TRUE.equals(row.get("inhabited", Boolean.class)))
                .one();
    }

    private Mono<Void> begin() {
        return database.sql("insert into operation.sample_data (begun_at) values (:now)")
                .bind("now", clock.instant())
                .then();
    }

    private Mono<Void> end() {
        return database.sql("update operation.sample_data set told_at = :now")
                .bind("now", clock.instant())
                .then();
    }

    private BadSetting interrupted() {
        return new BadSetting(
                "tremplin.data-dir",
                "The sample data is only half made, because the start that made it was interrupted: delete the data"
                        + " folder " + settings.dataDir().toAbsolutePath().normalize()
                        + " (or empty the database that spring.r2dbc.url names), and it is made anew.");
    }
}
