package org.tremplin.operation.demo;

import java.time.LocalDate;
import reactor.core.publisher.Mono;

/** One association's part of the story of demo.md. */
interface Chapter {

    /** @param today day in Paris on which the story is told */
    Mono<Void> tell(LocalDate today, Papers papers);
}
