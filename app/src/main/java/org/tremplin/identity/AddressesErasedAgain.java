package org.tremplin.identity;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.privacy.ErasesAgain;
import org.tremplin.platform.privacy.Erasures;
import org.tremplin.platform.privacy.PersonalData;
import org.tremplin.platform.privacy.Subject;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Erases again those who had asked for it; whose address it is shows only among the addresses that are there. */
@Component
class AddressesErasedAgain implements ErasesAgain {

    static final String KIND = "address";

    private final Holders holders;
    private final Erasures erasures;
    private final Audit audit;

    AddressesErasedAgain(Holders holders, Erasures erasures, Audit audit) {
        this.holders = holders;
        this.erasures = erasures;
        this.audit = audit;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<Void> again(Set<String> marks) {
        return holders.all()
                .concatMap(PersonalData::addresses)
                .filter(address -> !address.isBlank())
                .distinct()
                .map(Subject::new)
                .filter(subject -> erasures.marks(subject).stream().anyMatch(marks::contains))
                // all are read before the first is erased: one line to the database serves both
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(holders::erase)
                .then(audit.note("identity.erased-again", null, marks.size() + " addresses"));
    }
}
