package org.tremplin.transparency.journal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.money.Money;
import org.tremplin.transparency.verify.Frontier;
import org.tremplin.transparency.verify.Sha256;
import org.tremplin.transparency.verify.Tree;
import reactor.core.publisher.Mono;

/** Writes placed leaves with all that hangs on them: the tree, what pages choose by, and the texts beside them. */
@Component
class LeafWriter {

    private final DatabaseClient database;

    LeafWriter(DatabaseClient database) {
        this.database = database;
    }

    /**
     * In at most three statements.
     *
     * @param placed in their order
     * @param edges of the trees they are added to, which grow here
     */
    Mono<Void> write(List<Places.Placed> placed, Map<UUID, Frontier> edges) {
        List<Inner> inner = new ArrayList<>();
        Map<UUID, Frontier> grown = new HashMap<>();
        for (Places.Placed one : placed) {
            UUID campaign = one.origin().campaign();
            Frontier edge = Objects.requireNonNull(edges.get(campaign));
            edge.add(one.leaf().hash(), (node, hash) -> inner.add(new Inner(campaign, node, hash)));
            grown.put(campaign, edge);
        }
        return insert(placed, grown).then(insertNodes(inner)).then(insertTexts(placed));
    }

    /** The leaves, what pages choose by, and the new sizes and edges of their journals. */
    private Mono<Void> insert(List<Places.Placed> placed, Map<UUID, Frontier> grown) {
        List<Map.Entry<UUID, Frontier>> journals = List.copyOf(grown.entrySet());
        return database.sql("""
                with placed as (
                  select * from unnest(:campaigns, :seqs, :leaves, :hashes, :sources, :ids, :purposes,
                      :kinds, :days, :cents, :lines)
                    as placed(campaign, seq, leaf, hash, source, id, purpose, kind, day, cents, line)),
                written as (
                  insert into transparency.leaf (campaign, seq, bytes, hash, source_kind, source_id, purpose)
                  select campaign, seq, convert_to(leaf, 'UTF8'), decode(hash, 'hex'), source, id, purpose
                  from placed),
                told as (
                  insert into transparency.entry (campaign, seq, kind, day, month, cents, line, band)
                  select campaign, seq, kind, day,
                    (extract(year from day) * 100 + extract(month from day))::int, cents, line,
                    case when cents is not null then transparency.band(cents) end
                  from placed)
                update transparency.journal journal set next_seq = grown.size, edge = decode(grown.edge, 'hex')
                from unnest(:journals, :sizes, :edges) as grown(campaign, size, edge)
                where journal.campaign = grown.campaign
                """)
                .bind("campaigns", column(placed, one -> one.origin().campaign(), UUID[]::new))
                .bind("seqs", column(placed, one -> one.leaf().seq(), Long[]::new))
                .bind("leaves", column(placed, one -> one.leaf().canonical(), String[]::new))
                .bind("hashes", column(placed, one -> Sha256.hex(one.leaf().hash()), String[]::new))
                .bind("sources", column(placed, one -> one.origin().source().kind(), String[]::new))
                .bind("ids", column(placed, one -> one.origin().source().id(), UUID[]::new))
                .bind("purposes", column(placed, one -> one.origin().source().purpose(), String[]::new))
                .bind("kinds", column(placed, one -> one.leaf().kind().code(), String[]::new))
                .bind("days", column(placed, one -> one.leaf().day(), LocalDate[]::new))
                .bind("cents", column(placed, LeafWriter::cents, Long[]::new))
                .bind("lines", column(placed, one -> one.leaf().line(), String[]::new))
                .bind("journals", column(journals, Map.Entry::getKey, UUID[]::new))
                .bind("sizes", column(journals, one -> one.getValue().size(), Long[]::new))
                .bind("edges", column(journals, one -> Sha256.hex(one.getValue().joined()), String[]::new))
                .then();
    }

    private Mono<Void> insertNodes(List<Inner> nodes) {
        return nodes.isEmpty()
                ? Mono.empty()
                : database.sql("""
                        insert into transparency.node (campaign, level, place, hash)
                        select campaign, level, place, decode(hash, 'hex')
                        from unnest(:campaigns, :levels, :places, :hashes) as whole(campaign, level, place, hash)
                        """)
                        .bind("campaigns", column(nodes, Inner::campaign, UUID[]::new))
                        .bind("levels", column(nodes, one -> (short) one.node().level(), Short[]::new))
                        .bind("places", column(nodes, one -> one.node().place(), Long[]::new))
                        .bind("hashes", column(nodes, one -> Sha256.hex(one.hash()), String[]::new))
                        .then();
    }

    private Mono<Void> insertTexts(List<Places.Placed> placed) {
        List<Text> texts = placed.stream()
                .flatMap(one -> one.origin().commitments().stream()
                        .map(commitment ->
                                new Text(one.origin().campaign(), one.leaf().seq(), commitment)))
                .toList();
        return texts.isEmpty()
                ? Mono.empty()
                : database.sql("""
                        insert into transparency.commitment_text (campaign, seq, name, random, text)
                        select campaign, seq, name, decode(random, 'hex'), text
                        from unnest(:campaigns, :seqs, :names, :randoms, :texts)
                          as kept(campaign, seq, name, random, text)
                        """)
                        .bind("campaigns", column(texts, Text::campaign, UUID[]::new))
                        .bind("seqs", column(texts, Text::seq, Long[]::new))
                        .bind("names", column(texts, text -> text.commitment().name(), String[]::new))
                        .bind(
                                "randoms",
                                column(
                                        texts,
                                        text -> Sha256.hex(text.commitment().random()),
                                        String[]::new))
                        .bind("texts", column(texts, text -> text.commitment().text(), String[]::new))
                        .then();
    }

    private static @Nullable Long cents(Places.Placed one) {
        Money amount = one.leaf().amount();
        return amount == null ? null : amount.cents();
    }

    private static <T, C> C[] column(List<T> rows, Function<T, @Nullable C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private record Inner(UUID campaign, Tree.Node node, byte[] hash) {}

    private record Text(UUID campaign, long seq, Commitment commitment) {}
}
