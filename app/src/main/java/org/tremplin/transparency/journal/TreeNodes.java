package org.tremplin.transparency.journal;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.transparency.verify.Tree;
import reactor.core.publisher.Mono;

/** Reads the stored nodes that a question about a tree needs: some forty at a million leaves, in one query. */
@Component
class TreeNodes {

    private final DatabaseClient database;

    TreeNodes(DatabaseClient database) {
        this.database = database;
    }

    /** @param question asked twice: to learn which nodes it needs, then with them */
    <T> Mono<T> answer(UUID campaign, Function<Tree.Nodes, T> question) {
        Set<Tree.Node> needed = new LinkedHashSet<>();
        question.apply(node -> {
            needed.add(node);
            return new byte[32];
        });
        return read(campaign, List.copyOf(needed))
                .map(found -> question.apply(node -> Objects.requireNonNull(found.get(node), node::toString)));
    }

    private Mono<Map<Tree.Node, byte[]>> read(UUID campaign, List<Tree.Node> nodes) {
        return nodes.isEmpty()
                ? Mono.just(Map.of())
                : database.sql("""
                        select wanted.level, wanted.place, coalesce(node.hash, leaf.hash) as hash
                        from unnest(:levels, :places) as wanted(level, place)
                        left join transparency.node node on node.campaign = :campaign
                          and node.level = wanted.level and node.place = wanted.place
                        left join transparency.leaf leaf on wanted.level = 0 and leaf.campaign = :campaign
                          and leaf.seq = wanted.place
                        """)
                        .bind("campaign", campaign)
                        .bind(
                                "levels",
                                nodes.stream().map(node -> (short) node.level()).toArray(Short[]::new))
                        .bind("places", nodes.stream().map(Tree.Node::place).toArray(Long[]::new))
                        .map(row -> Map.entry(
                                new Tree.Node(row.get("level", Short.class), row.get("place", Long.class)),
                                row.get("hash", byte[].class)))
                        .all()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first, HashMap::new));
    }
}
