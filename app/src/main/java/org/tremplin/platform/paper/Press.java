package org.tremplin.platform.paper;

import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.tremplin.platform.web.Busy;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Prints papers as PDF, one at a time; a few wait. */
@Component
public class Press implements DisposableBean {

    private static final int WAITING = 16;

    private final Scheduler press;

    public Press() {
        this(Schedulers.newBoundedElastic(1, WAITING, "press"));
    }

    Press(Scheduler press) {
        this.press = press;
    }

    /** A document of A4 pages, its text in the order of reading, its letters inside; {@link Busy} when too many wait. */
    public Mono<byte[]> print(Paper paper) {
        return print(() -> paper);
    }

    /** The same of a paper that is put together in its turn. */
    public Mono<byte[]> print(Supplier<Paper> paper) {
        return Mono.fromCallable(() -> Printing.pdf(paper.get()))
                .subscribeOn(press)
                .onErrorMap(RejectedExecutionException.class, Busy::new);
    }

    /** The same as an answer that is saved. @param name of the file */
    public Mono<ResponseEntity<byte[]>> download(String name, Paper paper) {
        return print(paper)
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .cacheControl(CacheControl.noStore())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                        .body(bytes));
    }

    @Override
    public void destroy() {
        press.dispose();
    }
}
