package org.tremplin.platform.paper;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Prints papers as PDF, one at a time; a few wait. */
@Component
public class Press implements DisposableBean {

    private static final int WAITING = 16;

    private final Scheduler press = Schedulers.newBoundedElastic(1, WAITING, "press");

    /** A document of A4 pages, its text in the order of reading, its letters inside. */
    public Mono<byte[]> print(Paper paper) {
        return Mono.fromCallable(() -> Printing.pdf(paper)).subscribeOn(press);
    }

    @Override
    public void destroy() {
        press.dispose();
    }
}
