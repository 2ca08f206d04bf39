package org.tremplin.transparency.journal;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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

    /** A node of the tree is not stored any more. */
    static final class Missing extends IllegalStateException {
        private Missing(Tree.Node node) {
            super("Not stored: " + node);
        }
    }

    /**
     * Fails with {@link Missing} where the stored tree has a hole.
     *
     * @param question asked twice: to learn which nodes it needs, then with them
     */
    <T> Mono<T> answer(UUID campaign, Function<Tree.Nodes, T> question) {
        Set<Tree.Node> needed = new LinkedHashSet<>();
        question.apply(node -> {
            needed.add(node);
            return new byte[32];
        });
        return read(campaign, List.copyOf(needed))
                .map(found -> question.apply(node -> {
                    byte[] hash = found.get(node);
                    if (hash == null) {
                        throw new Missing(node);
                    }
                    return hash;
                }));
    }

    private record Stored(Tree.Node node, byte @Nullable [] hash) {}

    private Mono<Map<Tree.Node, byte @Nullable []>> read(UUID campaign, List<Tree.Node> nodes) {
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
                        .map(row -> new Stored(
                                new Tree.Node(row.get("level", Short.class), row.get("place", Long.class)),
                                row.get("hash", byte[].class)))
                        .all()
                        .collect(HashMap::new, (found, stored) -> found.put(stored.node(), stored.hash()));
    }
}
