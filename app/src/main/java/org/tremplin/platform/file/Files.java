package org.tremplin.platform.file;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.security.Tokens;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The door to stored files that are public ({@link PrivateFiles} to others): rows of 256 kB in the database, in the same transaction as their owner. */
@Component
public class Files {

    private static final int CHUNK = 256 * 1024;

    private final DatabaseClient database;
    private final Ids ids;
    private final Clock clock;

    Files(DatabaseClient database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Stores a file that anyone may read who has its address.
     *
     * @param bytes 1 to 20 MB
     * @return the id by which it is served at {@code /fichiers/{id}}
     */
    public Mono<UUID> storePublic(byte[] bytes, String type) {
        UUID id = ids.next();
        Mono<Void> head = database.sql("""
                insert into platform.file (id, sha256, size, type, created_at) values (:id, :hash, :size, :type, :now)
                """)
                .bind("id", id)
                .bind("hash", Tokens.sha256(bytes))
                .bind("size", bytes.length)
                .bind("type", type)
                .bind("now", clock.instant())
                .then();
        int chunks = (bytes.length + CHUNK - 1) / CHUNK;
        Mono<Void> body = Flux.range(0, chunks)
                .concatMap(no -> database.sql(
                                "insert into platform.file_chunk (file_id, no, bytes) values (:id, :no, :bytes)")
                        .bind("id", id)
                        .bind("no", no)
                        .bind("bytes", Arrays.copyOfRange(bytes, no * CHUNK, Math.min(bytes.length, (no + 1) * CHUNK)))
                        .then())
                .then();
        return head.then(body).thenReturn(id);
    }

    /** Empty when there is no such file, or it is a private one. */
    public Mono<StoredFile> read(UUID id) {
        return database.sql("""
                select file.type, chunk.bytes from platform.file file join platform.file_chunk chunk on chunk.file_id = file.id
                where file.id = :id and file.sealed_key is null order by chunk.no
                """)
                .bind("id", id)
                .map(row -> new StoredFile(row.get("type", String.class), row.get("bytes", byte[].class)))
                .all()
                .reduce(StoredFile::append);
    }

    public Mono<Void> delete(UUID id) {
        return database.sql("delete from platform.file where id = :id")
                .bind("id", id)
                .then();
    }

    /** A file in memory; at most 20 MB. */
    public record StoredFile(String type, byte[] bytes) {
        private StoredFile append(StoredFile next) {
            ByteArrayOutputStream joined = new ByteArrayOutputStream(bytes.length + next.bytes.length);
            joined.writeBytes(bytes);
            joined.writeBytes(next.bytes);
            return new StoredFile(type, joined.toByteArray());
        }
    }
}
