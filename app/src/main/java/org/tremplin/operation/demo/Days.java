package org.tremplin.operation.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tremplin.platform.event.Pump;
import org.tremplin.platform.persistence.SteerableClock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets the days of the story pass: each step in its hour, and what a day leads to on that day. */
@Component
class Days {

    static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final Comparator<Step> ORDER =
            Comparator.comparing(Step::day).thenComparing(Step::time);

    private final SteerableClock clock;
    private final Told told;
    private final Pump pump;

    Days(SteerableClock clock, Told told, Pump pump) {
        this.clock = clock;
        this.told = told;
        this.pump = pump;
    }

    /** Leaves out the days that an interrupted story had behind it. */
    Mono<Void> pass(LocalDate firstDay, List<Step> steps) {
        return told.story().flatMap(story -> {
            LocalDate reached = story.reached() == null ? firstDay : LocalDate.ofInstant(story.reached(), ZONE);
            SortedMap<LocalDate, List<Step>> left = steps.stream()
                    .sorted(ORDER)
                    .collect(Collectors.groupingBy(
                            step -> firstDay.plusDays(step.day() - 1L), TreeMap::new, Collectors.toList()));
            return Flux.fromIterable(left.tailMap(reached).entrySet())
                    .concatMap(day -> pass(day.getKey(), day.getValue().stream()))
                    .then();
        });
    }

    private Mono<Void> pass(LocalDate day, Stream<Step> happening) {
        List<Step> steps = happening.toList();
        return at(day, steps.get(steps.size() - 1).time())
                .then(Mono.defer(() -> told.reach(clock.instant())))
                .thenMany(Flux.fromIterable(steps))
                .concatMap(step ->
                        at(day, step.time()).then(Mono.defer(() -> step.act().then())))
                .then(Mono.defer(pump::drain));
    }

    /** What an interrupted story left under way happens when it was to happen. */
    Mono<Void> resume(Instant reached, Mono<Void> hear) {
        return Mono.<Void>fromRunnable(() -> clock.set(reached)).then(hear).then(Mono.defer(pump::drain));
    }

    /** What happens today happens now: the hour of the table may still be to come. */
    Mono<Void> at(LocalDate day, LocalTime time) {
        return Mono.fromRunnable(() -> {
            clock.reset();
            if (day.isBefore(LocalDate.ofInstant(clock.instant(), ZONE))) {
                clock.set(day.atTime(time).atZone(ZONE).toInstant());
            }
        });
    }
}
