package org.tremplin.transparency.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.transparency.Inclusion;
import org.tremplin.transparency.JournalHead;
import org.tremplin.transparency.PublicJournals;
import org.tremplin.transparency.verify.Sha256;
import org.tremplin.transparency.verify.Tree;
import reactor.core.publisher.Mono;

/** Answers others from the stored journals. */
@Component
class KeptJournals implements PublicJournals {

    private final DatabaseClient database;
    private final Heads heads;
    private final TreeNodes nodes;

    KeptJournals(DatabaseClient database, Heads heads, TreeNodes nodes) {
        this.database = database;
        this.heads = heads;
        this.nodes = nodes;
    }

    @Override
    public Mono<JournalHead> head(UUID campaign) {
        return heads.of(campaign);
    }

    @Override
    public Mono<JournalHead> headSince(UUID campaign, Instant moment) {
        return heads.since(campaign, moment).switchIfEmpty(Mono.defer(() -> heads.of(campaign)));
    }

    @Override
    public Mono<Inclusion> inclusion(UUID campaign, UUID donation) {
        Source gift = Source.gift(donation);
        return database.sql("""
                select seq, bytes, hash from transparency.leaf
                where campaign = :campaign and source_kind = :kind and source_id = :id and purpose = :purpose
                """)
                .bind("campaign", campaign)
                .bind("kind", gift.kind())
                .bind("id", gift.id())
                .bind("purpose", gift.purpose())
                .map(row -> new Found(
                        row.get("seq", Long.class), row.get("bytes", byte[].class), row.get("hash", byte[].class)))
                .one()
                // after the leaf was read: this head holds it
                .flatMap(leaf -> heads.of(campaign)
                        .flatMap(head -> nodes.answer(campaign, tree -> Tree.inclusion(leaf.seq(), head.size(), tree))
                                .filter(path -> Tree.includes(
                                        leaf.hash(), leaf.seq(), head.size(), path, Sha256.parsed(head.root())))
                                .onErrorResume(TreeNodes.Missing.class, hole -> Mono.empty())
                                .switchIfEmpty(Mono.defer(() -> heads.refuse(head.origin())))
                                .map(path -> inclusion(leaf, path, head))));
    }

    private static Inclusion inclusion(Found leaf, List<byte[]> path, JournalHead head) {
        List<Boolean> left = Tree.sides(leaf.seq(), head.size());
        return new Inclusion(
                leaf.seq(),
                new String(leaf.bytes(), StandardCharsets.UTF_8),
                Sha256.hex(leaf.hash()),
                IntStream.range(0, path.size())
                        .mapToObj(step -> new Inclusion.Step(left.get(step), Sha256.hex(path.get(step))))
                        .toList(),
                head);
    }

    private record Found(long seq, byte[] bytes, byte[] hash) {}
}
