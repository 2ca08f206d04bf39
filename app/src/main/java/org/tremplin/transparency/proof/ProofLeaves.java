package org.tremplin.transparency.proof;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tremplin.platform.event.Changes;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.Spending;
import org.tremplin.transparency.journal.Commitment;
import org.tremplin.transparency.journal.Journals;
import org.tremplin.transparency.journal.LeafKind;
import org.tremplin.transparency.journal.NewLeaf;
import org.tremplin.transparency.journal.Source;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What the journals of its campaigns say of a proof: its fingerprints, a statement, and later why its copy was taken
 * away. A statement and a reason are texts beside the leaf.
 */
@Component
class ProofLeaves {

    private static final String SOURCE = "proof";
    private static final String PUBLISHED = "published";

    private final Proofs proofs;
    private final Spending spending;
    private final Journals journals;
    private final Changes changes;

    ProofLeaves(Proofs proofs, Spending spending, Journals journals, Changes changes) {
        this.proofs = proofs;
        this.spending = spending;
        this.journals = journals;
        this.changes = changes;
    }

    /** @param days of publication by proof */
    Mono<Void> published(Map<UUID, LocalDate> days) {
        return written(
                days.keySet(),
                (proof, campaign, told) -> NewLeaf.of(
                                campaign,
                                published(proof),
                                LeafKind.PROOF,
                                Objects.requireNonNull(days.get(proof.id())))
                        .refs(told)
                        .hashes(hashes(proof))
                        .commitments(
                                proof.statement().isEmpty()
                                        ? List.of()
                                        : List.of(Commitment.to("attestation", proof.statement()))));
    }

    /** @param days of withdrawal by proof */
    Mono<Void> withdrawn(Map<UUID, LocalDate> days) {
        return written(
                        days.keySet(),
                        (proof, campaign, told) -> NewLeaf.of(
                                        campaign,
                                        new Source(SOURCE, proof.id(), "withdrawn"),
                                        LeafKind.PROOF,
                                        Objects.requireNonNull(days.get(proof.id())))
                                .refs(List.of(published(proof)))
                                .hashes(hashes(proof))
                                .commitments(List.of(Commitment.to("reason", proof.reason()))))
                // the words of a statement that is withdrawn; its leaf stays true
                .then(journals.withhold(SOURCE, PUBLISHED, days.keySet()));
    }

    private interface Leaf {
        NewLeaf of(Proof proof, UUID campaign, List<Source> told);
    }

    private Mono<Void> written(Collection<UUID> ids, Leaf leaf) {
        return proofs.findAll(ids)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(proof -> spending.find(proof.association(), proof.expense())
                        .flatMapMany(this::places)
                        .map(place -> leaf.of(proof, place.campaign(), place.told())))
                .collectList()
                .flatMap(leaves -> journals.append(leaves)
                        // their pages show it
                        .then(changes.tell(
                                leaves.stream().map(NewLeaf::campaign).collect(Collectors.toSet()))));
    }

    /**
     * The journals that tell of this expense, and the leaf there that a proof of it points to: without it none is written
     * yet. A commitment is not spent and has no leaf; what takes an expense back has no line, and is told by its approval.
     */
    private Flux<Place> places(Expense expense) {
        if (expense.reversal()) {
            UUID taken = Objects.requireNonNull(expense.replaces());
            return spending.find(expense.association(), taken)
                    .flatMapIterable(former -> places(former, List.of(Source.approval(expense.id()))));
        }
        boolean spent = expense.kind() == Expense.Kind.EXPENSE;
        return Flux.fromIterable(places(expense, spent ? List.of(Source.expense(expense.id())) : List.of()));
    }

    private static List<Place> places(Expense expense, List<Source> told) {
        return expense.campaigns().stream()
                .sorted()
                .map(campaign -> new Place(campaign, expense.kind() == Expense.Kind.EXPENSE ? told : List.of()))
                .toList();
    }

    private record Place(UUID campaign, List<Source> told) {}

    private static Source published(Proof proof) {
        return new Source(SOURCE, proof.id(), PUBLISHED);
    }

    private static Map<String, String> hashes(Proof proof) {
        Map<String, String> hashes = new HashMap<>();
        if (proof.originalHash() != null) {
            hashes.put("original", proof.originalHash());
        }
        if (proof.copy() != null) {
            hashes.put("public", proof.copy().hash());
        }
        return hashes;
    }
}
