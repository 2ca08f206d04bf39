package org.tremplin.identity;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tremplin.platform.privacy.PersonalData;
import org.tremplin.platform.privacy.Subject;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everybody who holds data of persons. The account is the last: by it the others find what they hold of a person. */
@Component
class Holders {

    private final List<PersonalData> all;

    Holders(List<PersonalData> found, PersonData account) {
        this.all = Stream.concat(found.stream().filter(one -> one != account), Stream.of(account))
                .toList();
    }

    Flux<PersonalData> all() {
        return Flux.fromIterable(all);
    }

    /** In the caller's transaction. */
    Mono<Void> erase(Subject subject) {
        return all().concatMap(holder -> holder.erase(subject)).then();
    }
}
