package org.tremplin.patron.compare;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import org.tremplin.platform.security.Tokens;
import org.tremplin.transparency.EvidenceFile;
import reactor.core.publisher.Mono;

/** Files of evidence that somebody brought to a comparison: kept for {@link #KEPT} under a name nobody can guess. */
@Component
class BroughtFiles {

    static final Duration KEPT = Duration.ofDays(30);
    /** Kept at once; beyond it the oldest go. At 1 MiB each at the very most, some 20 kB as a rule. */
    private static final int MOST = 1_000;

    private final DatabaseClient database;
    private final Clock clock;

    BroughtFiles(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return its reference in the address of a comparison */
    Mono<String> keep(Brought.Read brought) {
        String token = Tokens.random();
        Instant now = clock.instant();
        URI source = brought.source();
        EvidenceFile.Seal seal = brought.seal();
        return database.sql("""
                with gone as (
                  delete from patron.brought_file where brought_at < :oldest or token_hash in (
                    select token_hash from patron.brought_file order by brought_at desc offset :most)
                )
                insert into patron.brought_file (token_hash, file, source, seal, brought_at)
                values (:hash, :file, :source, :seal, :now)
                """)
                .bind("oldest", now.minus(KEPT))
                .bind("most", MOST - 1)
                .bind("hash", Tokens.sha256(token))
                .bind("file", brought.bytes())
                .bind("source", Parameter.fromOrEmpty(source == null ? null : source.toString(), String.class))
                .bind("seal", Parameter.fromOrEmpty(seal == null ? null : seal.name(), String.class))
                .bind("now", now)
                .then()
                .thenReturn(Chosen.BROUGHT + token);
    }

    /** Empty once its time is over. */
    Mono<BroughtFile> find(String reference) {
        return database.sql("""
                select source, seal, brought_at from patron.brought_file
                where token_hash = :hash and brought_at >= :oldest
                """)
                .bind("hash", hash(reference))
                .bind("oldest", clock.instant().minus(KEPT))
                .map(row -> {
                    String source = row.get("source", String.class);
                    String seal = row.get("seal", String.class);
                    return new BroughtFile(
                            source == null ? null : URI.create(source),
                            row.get("brought_at", Instant.class),
                            seal == null ? null : EvidenceFile.Seal.valueOf(seal));
                })
                .one();
    }

    Mono<byte[]> bytes(String reference) {
        return database.sql("select file from patron.brought_file where token_hash = :hash")
                .bind("hash", hash(reference))
                .mapValue(byte[].class)
                .one();
    }

    private static byte[] hash(String reference) {
        return Tokens.sha256(reference.substring(Chosen.BROUGHT.length()));
    }
}
