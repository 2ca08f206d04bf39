package org.tremplin.transparency.proof;

import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.platform.audit.Audit;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.security.Tokens;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.ProofState;
import reactor.core.publisher.Mono;

/** Takes the papers of an expense: drawn first, stored only when that went well. */
@Component
class Adding {

    /** Files in memory at the same time. */
    private static final int AT_ONCE = 4;

    private static final int LONGEST_NAME = 120;
    private static final Pattern NOT_A_NAME = Pattern.compile("[\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|]+");

    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Drawer drawer;
    private final Proofs proofs;
    private final ProofFiles files;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;
    private final TransactionalOperator transaction;

    Adding(
            Drawer drawer,
            Proofs proofs,
            ProofFiles files,
            Audit audit,
            Ids ids,
            Clock clock,
            TransactionalOperator transaction) {
        this.drawer = drawer;
        this.proofs = proofs;
        this.files = files;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Reads an upload while there is room for one more.
     *
     * @param bytes read when it is its turn
     */
    Mono<Answer> add(Expense expense, Proof.Kind kind, String name, Mono<byte[]> bytes, UUID by) {
        return drawn(
                bytes,
                (file, drawing) -> full(expense)
                        .flatMap(full -> full
                                ? Mono.just(Answer.refused("many"))
                                : store(expense, kind, name, file, drawing, by).as(transaction::transactional)));
    }

    /** Draws a file and hands it on, with what it was drawn from. */
    Mono<Answer> drawn(Mono<byte[]> bytes, Then then) {
        return Mono.defer(() -> {
            if (!room.tryAcquire()) {
                return Mono.just(Answer.refused("busy"));
            }
            return bytes.flatMap(file -> drawer.draw(file)
                            .flatMap(drawing -> drawing.drawn()
                                    ? then.handle(file, drawing)
                                    : Mono.just(Answer.refused(drawing.problem()))))
                    .doFinally(end -> room.release());
        });
    }

    interface Then {
        Mono<Answer> handle(byte[] file, Drawing drawing);
    }

    /** A statement that takes the place of a payslip. */
    Mono<Answer> attest(Expense expense, String statement, Set<String> warnings, ProofState state, UUID by) {
        Proof proof = new Proof(
                ids.next(),
                expense.association(),
                expense.id(),
                Proof.Kind.ATTESTATION,
                state,
                by,
                clock.instant(),
                "",
                "",
                0,
                null,
                null,
                false,
                List.of(),
                warnings,
                null,
                statement,
                null,
                null,
                "");
        return full(expense)
                .flatMap(full -> full
                        ? Mono.just(Answer.refused("many"))
                        : proofs.insert(proof)
                                .then(audit.note("proof.added", by, expense.association(), proof.id()))
                                .thenReturn(Answer.done(proof))
                                .as(transaction::transactional));
    }

    private Mono<Boolean> full(Expense expense) {
        return proofs.of(expense.association(), expense.id()).count().map(count -> count >= Proofs.MOST);
    }

    private Mono<Answer> store(Expense expense, Proof.Kind kind, String name, byte[] file, Drawing drawing, UUID by) {
        return files.store(file, drawing.type()).flatMap(original -> {
            Proof proof = new Proof(
                    ids.next(),
                    expense.association(),
                    expense.id(),
                    kind,
                    ProofState.COVERED,
                    by,
                    clock.instant(),
                    named(name),
                    drawing.type(),
                    file.length,
                    original,
                    HexFormat.of().formatHex(Tokens.sha256(file)),
                    false,
                    List.of(),
                    Set.of(),
                    null,
                    "",
                    null,
                    null,
                    "");
            return proofs.insert(proof)
                    .thenMany(files.storePages(drawing.pages()))
                    .concatMap(page -> proofs.insert(proof.id(), page).thenReturn(page))
                    .then(audit.note("proof.added", by, expense.association(), proof.id()))
                    .thenReturn(Answer.done(proof));
        });
    }

    /** For members' eyes only: never a path, never more than a line. */
    static String named(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = NOT_A_NAME.matcher(last).replaceAll(" ").strip();
        int letters = clean.codePointCount(0, clean.length());
        return letters > LONGEST_NAME ? clean.substring(0, clean.offsetByCodePoints(0, LONGEST_NAME)) : clean;
    }
}
