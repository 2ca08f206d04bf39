package org.tremplin.patron.find;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds what is wanted: one query for words, none otherwise, however many projects there are. */
@Component
class Finding {

    private final Catalogue catalogue;
    private final Words words;
    private final Places places;

    Finding(Catalogue catalogue, Words words, Places places) {
        this.catalogue = catalogue;
        this.words = words;
        this.places = places;
    }

    Mono<FindPages.Found> find(Wanted wanted) {
        Mono<Optional<Set<UUID>>> said = wanted.words().isEmpty()
                ? Mono.just(Optional.empty())
                : words.find(wanted.words()).map(Optional::of);
        return Mono.zip(catalogue.projects(wanted.order()), said)
                .map(read -> found(wanted, read.getT1(), read.getT2()));
    }

    private FindPages.Found found(Wanted wanted, List<Project> projects, Optional<Set<UUID>> said) {
        Places.@Nullable Place place = wanted.place().isEmpty() ? null : places.find(wanted.place());
        Predicate<Project> there = place == null ? every -> true : place.holds();
        Predicate<Project> told = said.<Predicate<Project>>map(ids -> project -> ids.contains(project.id()))
                .orElse(every -> true);
        return new FindPages.Found(projects.size(), place, Listed.of(projects, wanted, told.and(there)));
    }
}
