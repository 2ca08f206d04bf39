package org.tremplin.capacity.network;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.capacity.Agreeing;
import org.tremplin.platform.security.SignedInPerson;
import reactor.core.publisher.Mono;

/** Asks and answers as the pages would. */
@Component
class AgreedAtOnce implements Agreeing {

    private final Partners partners;
    private final Namings namings;

    AgreedAtOnce(Partners partners, Namings namings) {
        this.partners = partners;
        this.namings = namings;
    }

    @Override
    public Mono<Void> sayYes(Association association, String partner, String email, SignedInPerson by) {
        return partners.all(association.id())
                .filter(one -> one.name().equals(partner))
                .next()
                .flatMap(one -> asked(association, one.id(), email, by))
                .filter(naming -> naming.answer() == null)
                .flatMap(naming -> namings.answer(naming, true));
    }

    private Mono<Naming> asked(Association association, UUID partner, String email, SignedInPerson by) {
        Mono<Naming> latest = namings.of(association.id(), partner);
        return latest.switchIfEmpty(namings.ask(association, partner, email, by).then(latest));
    }
}
