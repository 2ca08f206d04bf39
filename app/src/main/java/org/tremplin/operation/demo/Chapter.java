package org.tremplin.operation.demo;

import java.time.LocalDate;
import reactor.core.publisher.Mono;

/** One association's part of the story. */
interface Chapter {

    /** By which it is remembered as told. */
    String name();

    /**
     * Tells it, or the rest of it when the telling was interrupted.
     *
     * @param today day in Paris on which the story was begun
     */
    Mono<Void> tell(LocalDate today, Papers papers);
}
