package org.tremplin.platform.privacy;

import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What one module holds of a person, to be read or erased by whoever proved to be that person. */
public interface PersonalData {

    /** For the copy: names and values as JSON shows them, read by a person; empty when there is nothing. */
    Mono<Map<String, Object>> copy(Subject subject);

    /** The rows of such a copy, under one name; empty without any. */
    static Mono<Map<String, Object>> listed(String name, Flux<? extends Map<String, Object>> rows) {
        return rows.collectList().filter(found -> !found.isEmpty()).map(found -> Map.of(name, List.copyOf(found)));
    }

    /** Every address it holds, lower case, maybe more than once: an erasure that is done again knows it only by a mark. */
    default Flux<String> addresses() {
        return Flux.empty();
    }

    /** Erases what may be erased, in the caller's transaction; the second time there is nothing left to do. */
    Mono<Void> erase(Subject subject);

    /** What {@link #erase} leaves, because the law or the person's own part in something asks for it. */
    default Flux<Remainder> remains(Subject subject) {
        return Flux.empty();
    }
}
