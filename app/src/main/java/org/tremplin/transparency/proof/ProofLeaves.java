package org.tremplin.transparency.proof;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
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

    private final Proofs proofs;
    private final Spending spending;
    private final Journals journals;
    private final DatabaseClient database;

    ProofLeaves(Proofs proofs, Spending spending, Journals journals, DatabaseClient database) {
        this.proofs = proofs;
        this.spending = spending;
        this.journals = journals;
        this.database = database;
    }

    /** @param days of publication by proof */
    Mono<Void> published(Map<UUID, LocalDate> days) {
        return written(
                days.keySet(),
                (proof, campaign, standing) -> NewLeaf.of(
                                campaign,
                                published(proof),
                                LeafKind.PROOF,
                                Objects.requireNonNull(days.get(proof.id())))
                        .refs(standing ? List.of(Source.expense(proof.expense())) : List.of())
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
                        (proof, campaign, standing) -> NewLeaf.of(
                                        campaign,
                                        new Source(SOURCE, proof.id(), "withdrawn"),
                                        LeafKind.PROOF,
                                        Objects.requireNonNull(days.get(proof.id())))
                                .refs(List.of(published(proof)))
                                .hashes(hashes(proof))
                                .commitments(List.of(Commitment.to("reason", proof.reason()))))
                .then(withhold(days.keySet()));
    }

    private interface Leaf {
        NewLeaf of(Proof proof, UUID campaign, boolean standing);
    }

    private Mono<Void> written(Collection<UUID> ids, Leaf leaf) {
        return proofs.findAll(ids)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(proof -> spending.find(proof.association(), proof.expense())
                        .flatMapMany(expense -> standing(proof.expense())
                                .flatMapIterable(standing -> expense.campaigns().stream()
                                        .sorted()
                                        .map(campaign -> leaf.of(proof, campaign, standing.contains(campaign)))
                                        .toList())))
                .collectList()
                .flatMap(journals::append);
    }

    /** The words of a statement that is withdrawn; its leaf stays true. */
    private Mono<Void> withhold(Collection<UUID> ids) {
        return database.sql("""
                delete from transparency.commitment_text text using transparency.leaf leaf
                where leaf.campaign = text.campaign and leaf.seq = text.seq and leaf.source_kind = 'proof'
                  and leaf.purpose = 'published' and leaf.source_id = any(:ids)
                """).bind("ids", ids.toArray(UUID[]::new)).then();
    }

    /** The campaigns whose journals tell of this expense. */
    private Mono<Set<UUID>> standing(UUID expense) {
        Source source = Source.expense(expense);
        return database.sql("""
                select campaign from transparency.leaf
                where source_kind = :kind and source_id = :id and purpose = :purpose
                """)
                .bind("kind", source.kind())
                .bind("id", source.id())
                .bind("purpose", source.purpose())
                .map(row -> row.get("campaign", UUID.class))
                .all()
                .collect(Collectors.toSet());
    }

    private static Source published(Proof proof) {
        return new Source(SOURCE, proof.id(), "published");
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
