package org.tremplin.transparency.journal;

import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.platform.alarm.Alarms;
import org.tremplin.transparency.JournalHead;
import org.tremplin.transparency.verify.Checkpoint;
import org.tremplin.transparency.verify.Frontier;
import org.tremplin.transparency.verify.PublicKey;
import org.tremplin.transparency.verify.Tree;
import reactor.core.publisher.Mono;

/**
 * Signs the heads of journals. Invariant: no head is signed, or given out, that does not extend the last one that is
 * stored with a valid signature. That is checked each time, on the stored tree and on the note itself, whoever may have
 * changed what is stored: without the secret nobody makes another note. Who can write everything may still make it
 * forget the newest heads; only those who kept one tell then.
 */
@Component
class Heads {

    private final DatabaseClient database;
    private final SigningKeys keys;
    private final TreeNodes nodes;
    private final Journals journals;
    private final TransactionalOperator transaction;
    private final Alarms alarms;
    private final Clock clock;
    private volatile boolean alarmMayBeOpen = true;

    Heads(
            DatabaseClient database,
            SigningKeys keys,
            TreeNodes nodes,
            Journals journals,
            TransactionalOperator transaction,
            Alarms alarms,
            Clock clock) {
        this.database = database;
        this.keys = keys;
        this.nodes = nodes;
        this.journals = journals;
        this.transaction = transaction;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** The head of all that stands in the journal now; empty as long as that is nothing. */
    Mono<JournalHead> of(UUID campaign) {
        return database.sql("""
                select journal.campaign, journal.origin, journal.next_seq, journal.edge, journal.key,
                  head.origin as head_origin, head.size, head.root, head.note, head.key_number, head.signed_at,
                  signer.public_key, journal.signed,
                  head.origin = journal.origin or exists (select from transparency.earlier_tree earlier
                    where earlier.campaign = journal.campaign and earlier.origin = head.origin) as its_own,
                  journal.restored < coalesce((select max(number) from transparency.restored), 0)
                    or journal.key < coalesce((select max(number) from transparency.signing_key), 1) as behind
                from transparency.journal
                left join lateral (select * from transparency.checkpoint
                  where checkpoint.campaign = journal.campaign order by size desc limit 1) head on true
                left join transparency.signing_key signer on signer.number = head.key_number
                where journal.campaign = :campaign and next_seq > 0
                """)
                .bind("campaign", campaign)
                .map(Heads::standing)
                .one()
                .flatMap(standing -> {
                    if (!standing.vouched()) {
                        return refuse(standing.origin());
                    }
                    if (standing.behind()) {
                        return journals.announce(campaign)
                                .as(transaction::transactional)
                                .then(of(campaign));
                    }
                    return standing.signed() ? Mono.just(Objects.requireNonNull(standing.head())) : sign(standing);
                });
    }

    /** The first that was signed at this instant or later; empty when there is none. */
    Mono<JournalHead> since(UUID campaign, Instant moment) {
        return database.sql("""
                select origin, size, root, note, signed_at from transparency.checkpoint
                where campaign = :campaign and signed_at >= :moment order by signed_at, size limit 1
                """)
                .bind("campaign", campaign)
                .bind("moment", moment)
                .map(row -> new JournalHead(
                        row.get("origin", String.class),
                        row.get("size", Long.class),
                        HexFormat.of().formatHex(row.get("root", byte[].class)),
                        row.get("note", String.class),
                        row.get("signed_at", Instant.class)))
                .one();
    }

    private Mono<JournalHead> sign(Standing standing) {
        return extendsItsLast(standing)
                .flatMap(sound -> sound ? keys.numbered(standing.key()) : refuse(standing.origin()))
                .flatMap(key -> keep(standing, key))
                .flatMap(head -> opened().thenReturn(head))
                .onErrorResume(SigningKeys.Sealed.class, refused -> {
                    alarmMayBeOpen = true;
                    return alarms.raise(
                                    "journal.key_sealed",
                                    "journal",
                                    "The key that signs journals was sealed under another secret",
                                    "Set secret-previous to that secret, or run rotate-journal-key")
                            .then(Mono.error(refused));
                });
    }

    /** Closes the alarm of a start before this one, or of this one; no signature after that asks again. */
    private Mono<Void> opened() {
        return alarmMayBeOpen
                ? alarms.close("journal.key_sealed", "journal").doOnSuccess(closed -> alarmMayBeOpen = false)
                : Mono.empty();
    }

    private Mono<Boolean> extendsItsLast(Standing standing) {
        JournalHead last = standing.head();
        if (last == null) {
            return Mono.just(true);
        }
        byte[] root = HexFormat.of().parseHex(last.root());
        long size = standing.edge().size();
        return size < last.size()
                ? Mono.just(false)
                : nodes.answer(standing.campaign(), tree -> Tree.consistency(last.size(), size, tree))
                        .map(proof -> Tree.extend(
                                last.size(), root, size, standing.edge().root(), proof))
                        .onErrorReturn(TreeNodes.Missing.class, false);
    }

    /** Tells the operator that what is stored is not what was signed. Fails: nothing is given out until that is mended. */
    <T> Mono<T> refuse(String origin) {
        return alarms.raise(
                        "journal.rewritten",
                        origin,
                        "The stored journal does not extend the head that was signed before",
                        "Restore a backup that holds the whole journal; nothing is signed until then")
                .then(Mono.error(() -> new IllegalStateException(
                        "The journal " + origin + " does not extend the head that was signed before")));
    }

    private Mono<JournalHead> keep(Standing standing, SigningKeys.Known key) {
        Checkpoint checkpoint = new Checkpoint(
                standing.origin(), standing.edge().size(), standing.edge().root());
        byte[] signature = keys.sign(key, checkpoint.body());
        byte[] id = key.key().id(standing.origin());
        String note = new Checkpoint.Signed(
                        checkpoint,
                        List.of(new Checkpoint.Signature(
                                standing.origin(),
                                ByteBuffer.allocate(id.length + signature.length)
                                        .put(id)
                                        .put(signature)
                                        .array())))
                .text();
        Instant now = clock.instant();
        return database.sql("""
                with made as (
                  insert into transparency.checkpoint (campaign, origin, size, root, note, key_number, signed_at)
                  values (:campaign, :origin, :size, decode(:root, 'hex'), :note, :key, :now)
                  on conflict do nothing)
                update transparency.journal set signed = true where campaign = :campaign and not signed
                """)
                .bind("campaign", standing.campaign())
                .bind("origin", checkpoint.origin())
                .bind("size", checkpoint.size())
                .bind("root", checkpoint.rootHex())
                .bind("note", note)
                .bind("key", key.number())
                .bind("now", now)
                .then()
                .thenReturn(new JournalHead(checkpoint.origin(), checkpoint.size(), checkpoint.rootHex(), note, now));
    }

    private static Standing standing(Readable row) {
        Long size = row.get("size", Long.class);
        JournalHead head = size == null
                ? null
                : new JournalHead(
                        row.get("head_origin", String.class),
                        size,
                        HexFormat.of().formatHex(row.get("root", byte[].class)),
                        row.get("note", String.class),
                        row.get("signed_at", Instant.class));
        int key = row.get("key", Integer.class);
        return new Standing(
                row.get("campaign", UUID.class),
                row.get("origin", String.class),
                new Frontier(row.get("next_seq", Long.class), row.get("edge", byte[].class)),
                head,
                key,
                Objects.equals(row.get("key_number", Integer.class), key),
                row.get("behind", Boolean.class),
                head == null
                        ? !row.get("signed", Boolean.class)
                        : row.get("its_own", Boolean.class)
                                && vouched(head, new PublicKey(row.get("public_key", byte[].class))));
    }

    /** Whether the note says what stands beside it, and the key signed it. */
    private static boolean vouched(JournalHead head, PublicKey key) {
        return Checkpoint.read(head.note())
                .filter(note -> note.checkpoint().origin().equals(head.origin())
                        && note.checkpoint().size() == head.size()
                        && note.checkpoint().rootHex().equals(head.root())
                        && note.signedBy(key))
                .isPresent();
    }

    /**
     * @param head the last that was signed, none before the first
     * @param key number of the one that signs
     * @param byThatKey whether it signed the head
     * @param behind whether the journal must first tell of a restore, or of a newer key
     * @param vouched whether the head is as it was signed; without any, whether there never was one
     */
    private record Standing(
            UUID campaign,
            String origin,
            Frontier edge,
            @Nullable JournalHead head,
            int key,
            boolean byThatKey,
            boolean behind,
            boolean vouched) {

        /** Whether the last signed head is that of the journal as it is. */
        boolean signed() {
            return head != null
                    && byThatKey
                    && head.origin().equals(origin)
                    && head.size() == edge.size()
                    && Arrays.equals(HexFormat.of().parseHex(head.root()), edge.root());
        }
    }
}
