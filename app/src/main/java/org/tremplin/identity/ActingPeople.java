package org.tremplin.identity;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.security.PersonLookup;
import org.tremplin.platform.security.SignedInPerson;
import reactor.core.publisher.Mono;

/** Tells security who a session's person is. The operator is who owns the address that the settings name. */
@Component
class ActingPeople implements PersonLookup {

    static final String DEMO_OPERATOR = "admin@demo.tremplin.example";

    private final People people;
    private final String operator;

    ActingPeople(People people, AdminSettings admin, TremplinSettings settings) {
        this.people = people;
        String named = admin.email() == null ? "" : People.normal(admin.email());
        this.operator = named.isEmpty() && settings.demo() ? DEMO_OPERATOR : named;
    }

    @Override
    public Mono<SignedInPerson> find(UUID person) {
        return people.find(person).map(this::acting);
    }

    private SignedInPerson acting(Person person) {
        String shown = person.name().isBlank() ? person.email() : person.name();
        return new SignedInPerson(person.id(), shown, person.email().equals(operator), person.language());
    }
}
