package org.tremplin.operation.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.tremplin.platform.event.Pump;
import org.tremplin.platform.persistence.SteerableClock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The story of the demonstration, told once into an empty database by the application's own paths.
 * Every date is relative to the day it is told.
 */
@Component
class SampleData {

    private static final Logger log = LoggerFactory.getLogger(SampleData.class);

    private final Told told;
    private final List<Chapter> chapters;
    private final Days days;
    private final Donors donors;
    private final OneTeller oneTeller;
    private final SteerableClock clock;
    private final Pump pump;

    @Autowired
    SampleData(
            Told told,
            EtoileChapter etoile,
            JardinsChapter jardins,
            RivieresChapter rivieres,
            Days days,
            Donors donors,
            OneTeller oneTeller,
            SteerableClock clock,
            Pump pump) {
        // in the order of their days, so that ids, which sort by time, are given in order
        this(told, List.of(etoile, jardins, rivieres), days, donors, oneTeller, clock, pump);
    }

    SampleData(
            Told told,
            List<Chapter> chapters,
            Days days,
            Donors donors,
            OneTeller oneTeller,
            SteerableClock clock,
            Pump pump) {
        this.told = told;
        this.chapters = chapters;
        this.days = days;
        this.donors = donors;
        this.oneTeller = oneTeller;
        this.clock = clock;
        this.pump = pump;
    }

    /**
     * Does nothing where there is something; goes on with a story that was interrupted. Where another instance tells it,
     * ends when that one is done.
     */
    Mono<Void> make() {
        return told.story()
                .filter(Told.Story::whole)
                .hasElement()
                .flatMap(whole -> whole ? Mono.empty() : oneTeller.alone(Mono.defer(this::makeAlone)));
    }

    private Mono<Void> makeAlone() {
        return told.story()
                .switchIfEmpty(Mono.defer(this::begin))
                .filter(story -> !story.whole())
                .flatMap(this::tell);
    }

    private Mono<Told.Story> begin() {
        return told.inhabited().filter(full -> !full).flatMap(empty -> {
            log.info("First start of the demonstration: making the sample data");
            return told.begin(clock.instant());
        });
    }

    /** The days stay those of the first telling: what is there already has them. */
    private Mono<Void> tell(Told.Story story) {
        LocalDate today = LocalDate.ofInstant(story.begunAt(), Days.ZONE);
        Instant reached = story.reached();
        // what the interrupted start had claimed; no other instance serves yet, see OneTeller
        return pump.takeOver()
                .then(reached == null ? Mono.empty() : days.resume(reached, donors.hear()))
                .then(Papers.read())
                .flatMapMany(papers -> Flux.fromIterable(chapters)
                        .filter(chapter -> !story.finished().contains(chapter.name()))
                        .concatMap(chapter -> chapter.tell(today, papers).then(Mono.defer(() -> told.finish(chapter)))))
                .doOnTerminate(clock::reset)
                .doOnCancel(clock::reset)
                .then(Mono.defer(() -> told.end(clock.instant())))
                .doOnSuccess(made -> log.info("The sample data is made"));
    }
}
