package org.tremplin.transparency.journal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.transparency.verify.Checkpoint;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a journal tells of itself before anything else is written in it: that it was restored, and so goes on as a tree of
 * another name; and each key that signs from there on.
 */
@Component
class Announcements {

    /** These are acts of the instance, not of an association. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final DatabaseClient database;
    private final SigningKeys keys;
    private final Clock clock;

    Announcements(DatabaseClient database, SigningKeys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    /** The leaves to write first; names and keys of the journals, which are locked, are changed here. */
    Mono<List<NewLeaf>> of(Collection<StandingJournal> journals) {
        return Flux.fromIterable(journals)
                .filter(StandingJournal::isBehind)
                .concatMap(journal -> tree(journal).concatWith(keys(journal)).concatWith(takenUp(journal)))
                .collectList();
    }

    /** The first leaf of the new tree holds the root of what stands before it. */
    private Flux<NewLeaf> tree(StandingJournal journal) {
        if (!journal.wasRestored()) {
            return Flux.empty();
        }
        Checkpoint left = journal.head();
        return rename(journal, left)
                .thenMany(Flux.just(of(journal, "restored", journal.restores(), LeafKind.TREE)
                        .hashes(Map.of("root", left.rootHex()))));
    }

    private Mono<Void> rename(StandingJournal journal, Checkpoint left) {
        return database.sql("""
                        insert into transparency.earlier_tree (campaign, number, origin, size, root)
                        values (:campaign, :tree, :origin, :size, decode(:root, 'hex'))
                        """)
                .bind("campaign", journal.campaign())
                .bind("tree", journal.tree())
                .bind("origin", left.origin())
                .bind("size", left.size())
                .bind("root", left.rootHex())
                .then()
                .then(database.sql("select at from transparency.restored where number = :number")
                        .bind("number", journal.restores())
                        .map(row -> row.get("at", Instant.class))
                        .one())
                .flatMap(at -> database.sql("""
                        update transparency.journal set tree = :tree, origin = :origin where campaign = :campaign
                        """)
                        .bind("tree", journal.tree() + 1)
                        .bind("origin", journal.nextOrigin(at))
                        .bind("campaign", journal.campaign())
                        .then());
    }

    private Flux<NewLeaf> keys(StandingJournal journal) {
        return keys.all()
                .filter(key -> key.number() > journal.key() && key.number() <= journal.newestKey())
                .map(key -> of(journal, "key", key.number(), LeafKind.KEY)
                        .hashes(Map.of("key", key.key().fingerprint())));
    }

    private Flux<NewLeaf> takenUp(StandingJournal journal) {
        return database.sql("""
                        update transparency.journal set restored = :restored, key = :key where campaign = :campaign
                        """)
                .bind("restored", journal.restores())
                .bind("key", journal.newestKey())
                .bind("campaign", journal.campaign())
                .then()
                .thenMany(Flux.empty());
    }

    private NewLeaf of(StandingJournal journal, String kind, int number, LeafKind what) {
        return NewLeaf.of(
                journal.campaign(),
                new Source(kind, new UUID(0, number), "told"),
                what,
                LocalDate.ofInstant(clock.instant(), ZONE));
    }
}
