package org.tremplin;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.tremplin.platform.security.PersonLookup;
import org.tremplin.platform.security.RoleLookup;
import org.tremplin.platform.security.SignedInPerson;
import reactor.core.publisher.Mono;

/** People and roles that a test declares; everybody else is looked up as in the application. */
final class TestPeople {

    private final Map<UUID, SignedInPerson> people = new ConcurrentHashMap<>();
    private final Map<String, String> roles = new ConcurrentHashMap<>();

    void declare(SignedInPerson person) {
        people.put(person.id(), person);
    }

    void give(UUID person, String association, String role) {
        roles.put(person + " " + association, role);
    }

    PersonLookup before(ObjectProvider<PersonLookup> real) {
        return new PersonLookup() {
            @Override
            public Mono<SignedInPerson> find(UUID id) {
                SignedInPerson declared = people.get(id);
                return declared != null
                        ? Mono.just(declared)
                        : other(real, this).find(id);
            }
        };
    }

    RoleLookup beforeRoles(ObjectProvider<RoleLookup> real) {
        return new RoleLookup() {
            @Override
            public Mono<String> roleOf(UUID person, String body) {
                @Nullable String declared = roles.get(person + " " + body);
                return declared != null
                        ? Mono.just(declared)
                        : other(real, this).roleOf(person, body);
            }
        };
    }

    private static <T> T other(ObjectProvider<T> all, T self) {
        return all.stream().filter(bean -> bean != self).findFirst().orElseThrow();
    }
}
