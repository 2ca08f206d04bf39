package org.tremplin.campaign.vote;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Memberships;
import org.tremplin.association.Role;
import org.tremplin.identity.People;
import org.tremplin.identity.Person;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Members who can be asked. An accountant reads the books until a day and sits on no board. */
@Component
class Board {

    private static final Set<Role> ROLES = EnumSet.complementOf(EnumSet.of(Role.ACCOUNTANT));

    private final Memberships memberships;
    private final People people;

    Board(Memberships memberships, People people) {
        this.memberships = memberships;
        this.people = people;
    }

    /** By role, presidents first. */
    Mono<List<Seat>> of(AssociationId association) {
        return Flux.fromIterable(ROLES)
                .concatMap(role -> memberships
                        .persons(association, role)
                        .distinct()
                        .collectList()
                        .flatMapMany(people::findAll)
                        .map(person -> new Seat(person, role)))
                .collectList();
    }

    /** Names of these people as they wish to be called; those who are gone or gave none are not in it. */
    Mono<List<Person>> named(List<Voter> voters) {
        Set<UUID> ids = voters.stream()
                .filter(voter -> !voter.typed())
                .map(voter -> Objects.requireNonNull(voter.person()))
                .collect(Collectors.toSet());
        return people.findAll(ids).collectList();
    }

    /** Editors write campaigns and are often no part of the board: theirs is not ticked beforehand. */
    record Seat(Person person, Role role) {

        boolean usual() {
            return role != Role.EDITOR;
        }
    }
}
