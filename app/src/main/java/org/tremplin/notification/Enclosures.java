package org.tremplin.notification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Completes what mails say at the moment they leave, or are shown. */
@Component
class Enclosures {

    private final List<Enclosure> enclosures;
    private final Seal seal;

    Enclosures(List<Enclosure> enclosures, Seal seal) {
        this.enclosures = enclosures;
        this.seal = seal;
    }

    /** The values of a mail, finished; a mail that was emptied fails, as it would when it is sent. */
    Mono<Map<String, Object>> values(StoredMail mail) {
        return Mono.fromCallable(() -> {
                    byte[] sealed = mail.sealedValues();
                    if (sealed == null) {
                        throw new IllegalStateException("The mail was emptied");
                    }
                    return seal.open(mail.id(), sealed);
                })
                .flatMap(this::completed);
    }

    private Mono<Map<String, Object>> completed(Map<String, Object> values) {
        return Flux.fromIterable(enclosures)
                .filter(enclosure -> values.get(enclosure.name()) instanceof String)
                .concatMap(enclosure -> enclosure
                        .about(UUID.fromString((String) values.get(enclosure.name())))
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .map(said -> Map.entry(enclosure.name(), said)))
                .collectList()
                .map(said -> {
                    Map<String, Object> whole = new HashMap<>(values);
                    said.forEach(one -> one.getValue()
                            .ifPresentOrElse(text -> whole.put(one.getKey(), text), () -> whole.remove(one.getKey())));
                    return whole;
                });
    }
}
