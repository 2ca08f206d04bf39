package org.tremplin.patron.dossier;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.AssociationId;
import org.tremplin.platform.file.PrivateFiles;
import org.tremplin.platform.security.Tokens;
import reactor.core.publisher.Mono;

/** The papers an association gave once, for all its dossiers. */
@Component
class EnclosedPapers {

    private final DatabaseClient database;
    private final PrivateFiles files;
    private final TransactionalOperator transaction;
    private final Clock clock;

    EnclosedPapers(DatabaseClient database, PrivateFiles files, TransactionalOperator transaction, Clock clock) {
        this.database = database;
        this.files = files;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<List<Enclosure>> of(AssociationId association) {
        return database.sql("""
                select kind, file_id, sha256, size, added_at from patron.enclosure where association_id = :association
                """)
                .bind("association", association.value())
                .map(row -> new Enclosure(
                        Enclosure.Kind.valueOf(String.valueOf(row.get("kind", String.class))),
                        row.get("file_id", UUID.class),
                        String.valueOf(row.get("sha256", String.class)),
                        row.get("size", Integer.class),
                        row.get("added_at", Instant.class)))
                .all()
                .collectSortedList((a, b) -> a.kind().compareTo(b.kind()));
    }

    Mono<byte[]> bytes(Enclosure enclosure) {
        return files.whole(enclosure.file());
    }

    /** In the place of the one before, whose file goes. */
    Mono<Void> put(AssociationId association, Enclosure.Kind kind, byte[] bytes) {
        return gone(association, kind)
                .then(files.store(bytes, "application/pdf"))
                .flatMap(file -> database.sql("""
                        insert into patron.enclosure (association_id, kind, file_id, sha256, size, added_at)
                        values (:association, :kind, :file, :print, :size, :now)
                        """)
                        .bind("association", association.value())
                        .bind("kind", kind.name())
                        .bind("file", file)
                        .bind("print", HexFormat.of().formatHex(Tokens.sha256(bytes)))
                        .bind("size", bytes.length)
                        .bind("now", clock.instant())
                        .then())
                .as(transaction::transactional);
    }

    Mono<Void> remove(AssociationId association, Enclosure.Kind kind) {
        return gone(association, kind).as(transaction::transactional);
    }

    private Mono<Void> gone(AssociationId association, Enclosure.Kind kind) {
        return database.sql("""
                delete from patron.enclosure where association_id = :association and kind = :kind returning file_id
                """)
                .bind("association", association.value())
                .bind("kind", kind.name())
                .mapValue(UUID.class)
                .all()
                .concatMap(files::delete)
                .then();
    }
}
