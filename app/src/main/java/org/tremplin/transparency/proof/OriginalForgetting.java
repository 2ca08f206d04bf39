package org.tremplin.transparency.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.platform.privacy.Basis;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.Retention;
import org.tremplin.platform.privacy.Term;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Erases originals that need not be kept any more, with their keys, and files whose proof was discarded. The
 * fingerprint stays: it is in the journal.
 */
@Component
class OriginalForgetting implements Retention {

    private final Proofs proofs;
    private final ProofFiles files;
    private final Term kept;
    private final TransactionalOperator transaction;

    OriginalForgetting(Proofs proofs, ProofFiles files, ProofSettings settings, TransactionalOperator transaction) {
        this.proofs = proofs;
        this.files = files;
        this.kept = settings.originals();
        this.transaction = transaction;
    }

    @Override
    public Holding holding() {
        return Holding.of("proofs", Basis.LEGAL_OBLIGATION, kept);
    }

    @Override
    public Mono<Long> forget(Instant now, int most) {
        return proofs.withOriginalBefore(beginning(kept.before(now)), most)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(proof -> proofs.forgetOriginal(proof.id())
                        .then(files.delete(proof.originalFile()))
                        .thenReturn(proof))
                .count()
                .flatMap(gone -> files.clear(most).map(cleared -> Math.max(gone, cleared)))
                .as(transaction::transactional);
    }

    /** Of its year: what came in a year is kept until so many years after its end. */
    private static Instant beginning(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC)
                .withDayOfYear(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
