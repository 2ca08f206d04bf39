package org.tremplin.operation.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The files of {@code resources/demo} in memory: pitches, covers and tables of gifts. */
record Papers(Map<String, byte[]> files) {

    private static final List<String> NAMES = List.of(
            "jardins.md",
            "jardins.jpg",
            "jardins-dons.csv",
            "jardins-feuilles.csv",
            "rivieres.md",
            "rivieres.jpg",
            "rivieres-dons.csv",
            "maillots.md",
            "maillots.jpg",
            "etoile-dons.csv",
            "minibus.md",
            "minibus.jpg");

    /** Read at once, away from the threads that must not wait for a disk. */
    static Mono<Papers> read() {
        return Mono.fromCallable(Papers::load).subscribeOn(Schedulers.boundedElastic());
    }

    /** Markdown, with French spacing. */
    String pitch(String name) {
        return Words.text(string(name));
    }

    GiftTable gifts(String name) {
        return GiftTable.of(string(name));
    }

    byte[] picture(String name) {
        return Objects.requireNonNull(files.get(name));
    }

    private String string(String name) {
        return new String(picture(name), StandardCharsets.UTF_8);
    }

    private static Papers load() throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        for (String name : NAMES) {
            files.put(name, new ClassPathResource("demo/" + name).getContentAsByteArray());
        }
        return new Papers(files);
    }
}
