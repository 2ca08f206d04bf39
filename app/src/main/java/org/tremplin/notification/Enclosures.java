package org.tremplin.notification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
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
        return completed(mail, Enclosure::about);
    }

    /** As they were when the mail was written, for whoever reads it later. */
    Mono<Map<String, Object>> valuesThen(StoredMail mail) {
        return completed(mail, (enclosure, subject) -> enclosure.since(subject, mail.createdAt()));
    }

    private Mono<Map<String, Object>> completed(StoredMail mail, BiFunction<Enclosure, UUID, Mono<String>> said) {
        return Mono.fromCallable(() -> {
                    byte[] sealed = mail.sealedValues();
                    if (sealed == null) {
                        throw new IllegalStateException("The mail was emptied");
                    }
                    return seal.open(mail.id(), sealed);
                })
                .flatMap(values -> completed(values, said));
    }

    private Mono<Map<String, Object>> completed(
            Map<String, Object> values, BiFunction<Enclosure, UUID, Mono<String>> say) {
        return Flux.fromIterable(enclosures)
                .filter(enclosure -> values.get(enclosure.name()) instanceof String)
                .concatMap(enclosure -> say.apply(enclosure, UUID.fromString((String) values.get(enclosure.name())))
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
