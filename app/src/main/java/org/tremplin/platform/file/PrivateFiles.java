package org.tremplin.platform.file;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.security.Tokens;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Files that no address gives away: encrypted each under a key of its own, read by those modules alone that know their
 * id. Deleting one deletes its key, and with it whatever a copy of its pieces would be good for.
 */
@Component
public class PrivateFiles implements DisposableBean {

    /** A stored piece is 256 kB with the 16 bytes that vouch for it. */
    private static final int PIECE = 256 * 1024 - 16;

    public static final int MOST_BYTES = 20 * 1024 * 1024;

    private final DatabaseClient database;
    private final FileKeys keys;
    private final Ids ids;
    private final Clock clock;
    private final Scheduler ciphers = Schedulers.newBoundedElastic(2, 256, "file-ciphers");

    PrivateFiles(DatabaseClient database, FileKeys keys, Ids ids, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Stores a file in the caller's transaction.
     *
     * @param bytes 1 to 20 MB
     */
    public Mono<UUID> store(byte[] bytes, String type) {
        if (bytes.length == 0 || bytes.length > MOST_BYTES) {
            return Mono.error(new IllegalArgumentException("A file has 1 to " + MOST_BYTES + " bytes"));
        }
        UUID id = ids.next();
        byte[] key = keys.fresh();
        int count = count(bytes.length);
        return head(id, key, bytes, type)
                .thenMany(Flux.range(0, count))
                .concatMap(no -> Mono.fromCallable(() -> FileKeys.close(key, no, count, piece(bytes, no)))
                        .subscribeOn(ciphers)
                        .flatMap(closed -> write(id, no, closed)))
                .then(Mono.just(id));
    }

    /** In pieces, as they come from the database; empty when there is no such file, or it is a public one. */
    public Flux<byte[]> read(UUID id) {
        return database.sql("""
                select size, sealed_key, sealed_under from platform.file where id = :id and sealed_key is not null
                """)
                .bind("id", id)
                .map(row -> new Head(row.get("size", Integer.class), sealed(row)))
                .one()
                .flatMapMany(head -> pieces(id, head));
    }

    /** The whole file at once; at most 20 MB. */
    public Mono<byte[]> whole(UUID id) {
        return read(id).collectList().filter(pieces -> !pieces.isEmpty()).map(pieces -> {
            byte[] all =
                    new byte[pieces.stream().mapToInt(piece -> piece.length).sum()];
            int at = 0;
            for (byte[] piece : pieces) {
                System.arraycopy(piece, 0, all, at, piece.length);
                at += piece.length;
            }
            return all;
        });
    }

    /** Deletes the file and its key. */
    public Mono<Void> delete(UUID id) {
        return database.sql("delete from platform.file where id = :id and sealed_key is not null")
                .bind("id", id)
                .then();
    }

    /**
     * Seals anew, under the present secret, keys that lie under the previous one.
     *
     * @return how many; fewer than {@code most} when none is left
     */
    Mono<Long> sealAnew(int most) {
        return database.sql("""
                select id, sealed_key, sealed_under from platform.file
                where sealed_key is not null and sealed_under <> :present order by id limit :most
                """)
                .bind("present", keys.present())
                .bind("most", most)
                .map(row -> new Row(row.get("id", UUID.class), sealed(row)))
                .all()
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(row -> reseal(row).thenReturn(row))
                .count();
    }

    private Mono<Void> reseal(Row row) {
        FileKeys.Sealed anew = keys.seal(row.id(), keys.open(row.id(), row.sealed()));
        return database.sql("""
                update platform.file set sealed_key = :key, sealed_under = :under
                where id = :id and sealed_under = :before
                """)
                .bind("key", anew.key())
                .bind("under", anew.under())
                .bind("id", row.id())
                .bind("before", row.sealed().under())
                .then();
    }

    private Mono<Void> head(UUID id, byte[] key, byte[] bytes, String type) {
        FileKeys.Sealed sealed = keys.seal(id, key);
        return database.sql("""
                insert into platform.file (id, sha256, size, type, created_at, sealed_key, sealed_under)
                values (:id, :hash, :size, :type, :now, :key, :under)
                """)
                .bind("id", id)
                // of the id: that of a private text could be guessed at
                .bind("hash", Tokens.sha256(id.toString()))
                .bind("size", bytes.length)
                .bind("type", type)
                .bind("now", clock.instant())
                .bind("key", sealed.key())
                .bind("under", sealed.under())
                .then();
    }

    private Mono<Void> write(UUID id, int no, byte[] closed) {
        return database.sql("insert into platform.file_chunk (file_id, no, bytes) values (:id, :no, :bytes)")
                .bind("id", id)
                .bind("no", no)
                .bind("bytes", closed)
                .then();
    }

    private Flux<byte[]> pieces(UUID id, Head head) {
        byte[] key = keys.open(id, head.sealed());
        int count = count(head.size());
        return Flux.range(0, count)
                .concatMap(no -> database.sql("select bytes from platform.file_chunk where file_id = :id and no = :no")
                        .bind("id", id)
                        .bind("no", no)
                        .map(row -> row.get("bytes", byte[].class))
                        .one()
                        .switchIfEmpty(Mono.error(() -> new IllegalStateException("A piece of a file is missing")))
                        .publishOn(ciphers)
                        .map(closed -> FileKeys.open(key, no, count, closed)));
    }

    private static int count(int size) {
        return (size + PIECE - 1) / PIECE;
    }

    private static byte[] piece(byte[] bytes, int no) {
        return Arrays.copyOfRange(bytes, no * PIECE, Math.min(bytes.length, (no + 1) * PIECE));
    }

    private static FileKeys.Sealed sealed(Readable row) {
        return new FileKeys.Sealed(row.get("sealed_key", byte[].class), row.get("sealed_under", byte[].class));
    }

    @Override
    public void destroy() {
        ciphers.dispose();
    }

    private record Head(int size, FileKeys.Sealed sealed) {}

    private record Row(UUID id, FileKeys.Sealed sealed) {}
}
