package org.tremplin.identity;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tremplin.platform.security.PersonLookup;
import org.tremplin.platform.security.SignedInPerson;
import reactor.core.publisher.Mono;

/** Tells security who a session's person is. */
@Component
class ActingPeople implements PersonLookup {

    private final People people;
    private final Operator operator;

    ActingPeople(People people, Operator operator) {
        this.people = people;
        this.operator = operator;
    }

    @Override
    public Mono<SignedInPerson> find(UUID person) {
        return people.find(person).map(this::acting);
    }

    private SignedInPerson acting(Person person) {
        String shown = person.name().isBlank() ? person.email() : person.name();
        return new SignedInPerson(person.id(), shown, operator.is(person), person.language());
    }
}
