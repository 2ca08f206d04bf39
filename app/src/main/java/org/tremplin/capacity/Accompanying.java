package org.tremplin.capacity;

import java.time.LocalDate;
import org.tremplin.association.Association;
import org.tremplin.platform.security.SignedInPerson;
import reactor.core.publisher.Mono;

/** Somebody who helps an association read its diagnosis, without the pages: the sample data takes this way. */
public interface Accompanying {

    /**
     * Opens what is usually opened to an adviser until a day, by mail, and lets them come. Nothing is done where that
     * was done already.
     *
     * @param email of a person who is known
     * @param by the president
     */
    Mono<Void> invite(Association association, String email, LocalDate until, SignedInPerson by);
}
