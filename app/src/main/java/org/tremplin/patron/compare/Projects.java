package org.tremplin.patron.compare;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tremplin.transparency.EvidenceFile;
import org.tremplin.transparency.Evidences;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is compared: campaigns of this site as they are now, and files as they were brought. */
@Component
class Projects {

    private final Evidences evidences;
    private final LastRead files;
    private final BroughtFiles brought;

    Projects(Evidences evidences, LastRead files, BroughtFiles brought) {
        this.evidences = evidences;
        this.files = files;
        this.brought = brought;
    }

    /** In the order chosen, without those that are gone. */
    Mono<List<Compared>> of(Chosen chosen) {
        return Flux.fromIterable(chosen.projects())
                .concatMap(reference -> reference.startsWith(Chosen.BROUGHT) ? file(reference) : here(reference))
                .collectList();
    }

    private Mono<Compared> here(String reference) {
        return evidences.find(reference).map(found -> new Compared(reference, found, List.of(), null, null, null));
    }

    private Mono<Compared> file(String reference) {
        return brought.find(reference)
                .flatMap(kept -> files.read(reference, brought.bytes(reference))
                        // a newer application may read more strictly than the one that kept it
                        .ofType(EvidenceFile.Read.class)
                        .map(read -> new Compared(
                                reference, read.evidence(), read.doubts(), kept.source(), kept.at(), kept.seal())));
    }
}
