package org.tremplin.capacity.experience;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.Memberships;
import org.tremplin.association.Role;
import org.tremplin.capacity.experience.Giveaways.Kind;
import org.tremplin.capacity.experience.Giveaways.Named;
import org.tremplin.capacity.network.NamedPartners;
import org.tremplin.identity.People;
import org.tremplin.identity.Person;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The names that would say which association tells something. */
@Component
class OwnNames {

    private final NamedPartners partners;
    private final Memberships memberships;
    private final People people;

    OwnNames(NamedPartners partners, Memberships memberships, People people) {
        this.partners = partners;
        this.memberships = memberships;
        this.people = people;
    }

    Mono<List<Named>> of(Association association) {
        Flux<Named> own = Flux.just(
                new Named(Kind.ASSOCIATION, association.name()),
                new Named(Kind.COMMUNE, association.address().city()));
        Flux<Named> others = partners.of(association.id())
                .flatMapIterable(all -> all)
                .map(partner -> new Named(Kind.PARTNER, partner.name()));
        return Flux.concat(own, others, members(association)).collectList();
    }

    private Flux<Named> members(Association association) {
        return Flux.fromIterable(Arrays.asList(Role.values()))
                .concatMap(role -> memberships.persons(association.id(), role))
                .collectList()
                .flatMapMany(people::findAll)
                .map(Person::name)
                .filter(name -> !name.isBlank())
                .map(name -> new Named(Kind.MEMBER, name));
    }
}
