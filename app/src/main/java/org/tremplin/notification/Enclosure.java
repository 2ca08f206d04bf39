package org.tremplin.notification;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * What a mail says that is only known when it leaves; a bean of the module that knows it. A mail asks for one by a value
 * of that name which holds the id of what it is about.
 */
public interface Enclosure {

    /** The name of the value, {@code journal}. */
    String name();

    /** What stands in its place as the mail leaves; empty when there is nothing to say. */
    Mono<String> about(UUID subject);

    /** What stood there in a mail of this moment, where that is known. */
    default Mono<String> since(UUID subject, Instant moment) {
        return about(subject);
    }
}
