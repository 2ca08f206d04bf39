package org.tremplin.transparency.journal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.transparency.verify.Frontier;
import reactor.core.publisher.Mono;

/** Writes leaves at the end of the journals of their campaigns, each source once. */
@Component
public class Journals {

    private final DatabaseClient database;
    private final LeafWriter writer;
    private final Announcements announcements;
    private final String host;

    Journals(DatabaseClient database, LeafWriter writer, Announcements announcements, TremplinSettings settings) {
        this.database = database;
        this.writer = writer;
        this.announcements = announcements;
        this.host = settings.baseUrl().getHost();
    }

    /**
     * Runs in the caller's transaction, in four statements whatever the number of leaves. The rows of the journals are
     * locked in key order, so that writers wait for each other and never block one another.
     */
    public Mono<Void> append(Collection<NewLeaf> leaves) {
        return leaves.isEmpty()
                ? Mono.empty()
                : append(leaves.stream().map(NewLeaf::campaign).distinct().toArray(UUID[]::new), leaves);
    }

    /** Writes only what a journal must tell of itself, if anything; in the caller's transaction. */
    Mono<Void> announce(UUID campaign) {
        return append(new UUID[] {campaign}, List.of());
    }

    private Mono<Void> append(UUID[] campaigns, Collection<NewLeaf> leaves) {
        return open(campaigns)
                .then(lock(campaigns))
                .flatMap(journals -> announcements.of(journals.values()).flatMap(first -> {
                    List<NewLeaf> all =
                            Stream.concat(first.stream(), leaves.stream()).toList();
                    Map<UUID, Frontier> edges = edges(journals);
                    return standing(keys(all))
                            .map(taken -> new Places(sizes(edges), taken).place(all))
                            .flatMap(placed -> placed.isEmpty() ? Mono.empty() : writer.write(placed, edges));
                }));
    }

    /**
     * Takes the texts and random bytes from beside leaves: they stay true, and tell nobody any more.
     *
     * @param kind of the sources, as in {@link Source}
     */
    public Mono<Void> withhold(Collection<UUID> campaigns, String kind, Collection<UUID> ids) {
        return database.sql("""
                delete from transparency.commitment_text kept using transparency.leaf leaf
                where leaf.campaign = kept.campaign and leaf.seq = kept.seq
                  and leaf.source_kind = :kind and leaf.source_id = any(:ids) and leaf.campaign = any(:campaigns)
                """)
                .bind("kind", kind)
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("campaigns", campaigns.toArray(UUID[]::new))
                .then();
    }

    /** The same in every campaign, for sources of this purpose only. */
    public Mono<Void> withhold(String kind, String purpose, Collection<UUID> ids) {
        return database.sql("""
                delete from transparency.commitment_text kept using transparency.leaf leaf
                where leaf.campaign = kept.campaign and leaf.seq = kept.seq
                  and leaf.source_kind = :kind and leaf.purpose = :purpose and leaf.source_id = any(:ids)
                """)
                .bind("kind", kind)
                .bind("purpose", purpose)
                .bind("ids", ids.toArray(UUID[]::new))
                .then();
    }

    /** Takes the names of all donors from beside the gifts of these campaigns. */
    public Mono<Void> withholdNames(Collection<UUID> campaigns) {
        return database.sql("""
                delete from transparency.commitment_text kept using transparency.leaf leaf
                where leaf.campaign = kept.campaign and leaf.seq = kept.seq
                  and leaf.source_kind = :kind and kept.name = 'name' and leaf.campaign = any(:campaigns)
                """)
                .bind("kind", Source.DONATION)
                .bind("campaigns", campaigns.toArray(UUID[]::new))
                .then();
    }

    /** The same for the texts of these names only. */
    public Mono<Void> withhold(
            Collection<UUID> campaigns, String kind, Collection<UUID> ids, Collection<String> names) {
        return database.sql("""
                delete from transparency.commitment_text kept using transparency.leaf leaf
                where leaf.campaign = kept.campaign and leaf.seq = kept.seq and kept.name = any(:names)
                  and leaf.source_kind = :kind and leaf.source_id = any(:ids) and leaf.campaign = any(:campaigns)
                """)
                .bind("kind", kind)
                .bind("names", names.toArray(String[]::new))
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("campaigns", campaigns.toArray(UUID[]::new))
                .then();
    }

    private static Set<Places.Key> keys(Collection<NewLeaf> leaves) {
        Set<Places.Key> keys = new HashSet<>();
        for (NewLeaf leaf : leaves) {
            keys.add(new Places.Key(leaf.campaign(), leaf.source()));
            leaf.refs().forEach(ref -> keys.add(new Places.Key(leaf.campaign(), ref)));
        }
        return keys;
    }

    /**
     * The origin is written once: a changed public address must not change the name of a journal. Any unique key may be
     * the one on which two first writers meet. A campaign that is older than the last restore may have had a journal that
     * was lost: it is opened as one that has not taken up that restore.
     */
    private Mono<Void> open(UUID[] campaigns) {
        return database.sql("""
                insert into transparency.journal (campaign, origin, restored, first_key, key)
                select campaign, :host || '/c/' || campaign,
                  coalesce((select max(number) from transparency.restored
                    where at < transparency.made_at(campaign)), 0), newest.key, newest.key
                from unnest(:campaigns) as wanted(campaign),
                  (select coalesce(max(number), 1) as key from transparency.signing_key) newest
                order by campaign
                on conflict do nothing
                """).bind("host", host).bind("campaigns", campaigns).then();
    }

    private Mono<Map<UUID, StandingJournal>> lock(UUID[] campaigns) {
        return database.sql("""
                select campaign, origin, tree, next_seq, edge, restored, key,
                  coalesce((select max(number) from transparency.restored), 0) as restores,
                  coalesce((select max(number) from transparency.signing_key), 1) as newest_key
                from transparency.journal
                where campaign = any(:campaigns) order by campaign for update
                """)
                .bind("campaigns", campaigns)
                .map(row -> new StandingJournal(
                        row.get("campaign", UUID.class),
                        row.get("origin", String.class),
                        row.get("tree", Integer.class),
                        new Frontier(row.get("next_seq", Long.class), row.get("edge", byte[].class)),
                        row.get("restored", Integer.class),
                        row.get("key", Integer.class),
                        row.get("restores", Integer.class),
                        row.get("newest_key", Integer.class)))
                .all()
                .collect(Collectors.toMap(
                        StandingJournal::campaign, journal -> journal, (first, second) -> first, HashMap::new));
    }

    private static Map<UUID, Frontier> edges(Map<UUID, StandingJournal> journals) {
        Map<UUID, Frontier> edges = new HashMap<>();
        journals.forEach((campaign, journal) -> edges.put(campaign, journal.edge()));
        return edges;
    }

    private static Map<UUID, Long> sizes(Map<UUID, Frontier> edges) {
        Map<UUID, Long> sizes = new HashMap<>();
        edges.forEach((campaign, edge) -> sizes.put(campaign, edge.size()));
        return sizes;
    }

    private Mono<Map<Places.Key, Long>> standing(Collection<Places.Key> keys) {
        List<Places.Key> wanted = List.copyOf(keys);
        return database.sql("""
                select campaign, source_kind, source_id, purpose, seq
                from transparency.leaf
                join unnest(:campaigns, :kinds, :ids, :purposes)
                  as wanted(campaign, source_kind, source_id, purpose)
                  using (campaign, source_kind, source_id, purpose)
                """)
                .bind("campaigns", wanted.stream().map(Places.Key::campaign).toArray(UUID[]::new))
                .bind("kinds", wanted.stream().map(key -> key.source().kind()).toArray(String[]::new))
                .bind("ids", wanted.stream().map(key -> key.source().id()).toArray(UUID[]::new))
                .bind(
                        "purposes",
                        wanted.stream().map(key -> key.source().purpose()).toArray(String[]::new))
                .map(row -> Map.entry(
                        new Places.Key(
                                row.get("campaign", UUID.class),
                                new Source(
                                        row.get("source_kind", String.class),
                                        row.get("source_id", UUID.class),
                                        row.get("purpose", String.class))),
                        row.get("seq", Long.class)))
                .all()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first, HashMap::new));
    }
}
