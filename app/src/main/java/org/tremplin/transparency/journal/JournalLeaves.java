package org.tremplin.transparency.journal;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.transparency.JournalHead;
import org.tremplin.transparency.verify.Checkpoint;
import org.tremplin.transparency.verify.Header;
import org.tremplin.transparency.verify.PublicKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads what stands in a journal. */
@Component
class JournalLeaves {

    /** Leaves of one read: small enough that what waits on its way to a slow reader stays a few megabytes. */
    private static final int CHUNK = 200;

    private final DatabaseClient database;
    private final SigningKeys keys;

    JournalLeaves(DatabaseClient database, SigningKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    /**
     * All leaves that a head covers, in their order. Each chunk is read when the one before was taken: a slow reader
     * holds no connection to the database.
     */
    Flux<List<StoredLeaf>> under(UUID campaign, JournalHead head) {
        return Flux.range(0, Math.toIntExact((head.size() + CHUNK - 1) / CHUNK))
                .concatMap(
                        chunk -> between(campaign, (long) chunk * CHUNK, Math.min(head.size(), (chunk + 1L) * CHUNK)),
                        1);
    }

    private Mono<List<StoredLeaf>> between(UUID campaign, long from, long to) {
        return database.sql("select " + StoredLeaf.COLUMNS + " from transparency.leaf " + StoredLeaf.BESIDE
                        + " where leaf.campaign = :campaign and leaf.seq >= :from and leaf.seq < :to order by leaf.seq")
                .bind("campaign", campaign)
                .bind("from", from)
                .bind("to", to)
                .map(row -> StoredLeaf.of((Readable) row))
                .all()
                .collectList();
    }

    /** The first line of an export under this head. */
    Mono<Header> header(UUID campaign, JournalHead head) {
        return Mono.zip(earlier(campaign, head), keysOf(campaign, head))
                .map(read -> new Header(head.origin(), read.getT1(), read.getT2()));
    }

    private Mono<List<Checkpoint>> earlier(UUID campaign, JournalHead head) {
        return database.sql("""
                select origin, size, root from transparency.earlier_tree
                where campaign = :campaign and size < :size order by number
                """)
                .bind("campaign", campaign)
                .bind("size", head.size())
                .map(row -> new Checkpoint(
                        row.get("origin", String.class), row.get("size", Long.class), row.get("root", byte[].class)))
                .all()
                .collectList();
    }

    /** The key it began with, and as many after it as it told of under this head. */
    private Mono<List<PublicKey>> keysOf(UUID campaign, JournalHead head) {
        return database.sql("""
                select first_key, (select count(*) from transparency.entry
                  where campaign = :campaign and kind = 'key' and seq < :size)::int as told
                from transparency.journal where campaign = :campaign
                """)
                .bind("campaign", campaign)
                .bind("size", head.size())
                .map(row -> List.of(row.get("first_key", Integer.class), row.get("told", Integer.class)))
                .one()
                .flatMap(told -> keys.all()
                        .filter(key -> key.number() >= told.get(0) && key.number() <= told.get(0) + told.get(1))
                        .map(SigningKeys.Known::key)
                        .collectList());
    }

    /** Of a page, the newest first; one more than asked for tells that there are older ones. */
    Flux<StoredLeaf> page(UUID campaign, JournalFilter filter, int most) {
        // the few entries first: joined before they are limited, all newer leaves would be passed over one by one
        DatabaseClient.GenericExecuteSpec select = database.sql("select " + StoredLeaf.COLUMNS
                        + " from (select campaign, seq from transparency.entry"
                        + " where campaign = :campaign and seq < :before"
                        + (filter.kind().isEmpty() ? "" : " and kind = :kind")
                        + (filter.line().isEmpty() ? "" : " and line = :line")
                        + (filter.month() == 0 ? "" : " and month = :month")
                        + (filter.band() == 0 ? "" : " and band = :band")
                        + " order by seq desc limit :most) entry join transparency.leaf using (campaign, seq) "
                        + StoredLeaf.BESIDE + " order by leaf.seq desc")
                .bind("campaign", campaign)
                .bind("before", filter.before())
                .bind("most", most);
        select = filter.kind().isEmpty() ? select : select.bind("kind", filter.kind());
        select = filter.line().isEmpty() ? select : select.bind("line", filter.line());
        select = filter.month() == 0 ? select : select.bind("month", filter.month());
        select = filter.band() == 0 ? select : select.bind("band", (short) filter.band());
        return select.map(row -> StoredLeaf.of((Readable) row)).all();
    }

    /** The first and the last month of a journal, year · 100 + month; empty as long as nothing stands in it. */
    Mono<Months> months(UUID campaign) {
        return database.sql("""
                select min(month) as first, max(month) as last from transparency.entry where campaign = :campaign
                """)
                .bind("campaign", campaign)
                .map(row -> Optional.ofNullable(row.get("first", Integer.class))
                        .map(first -> new Months(first, row.get("last", Integer.class))))
                .one()
                .flatMap(Mono::justOrEmpty);
    }

    record Months(int first, int last) {}
}
