package org.tremplin.platform.privacy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.security.Keys;
import reactor.core.publisher.Mono;

/** Notes what was erased, in the transaction that erases it. {@link ErasureKeeping} does it again after a restore. */
@Component
public class Erasures {

    private final DatabaseClient database;
    private final Ids ids;
    private final Clock clock;
    private final byte[] key;
    private final List<byte[]> keys;

    Erasures(DatabaseClient database, Ids ids, Clock clock, Keys keys) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.key = keys.derive("erasures");
        this.keys = Stream.concat(Stream.of(key), keys.derivePrevious("erasures").stream())
                .toList();
    }

    /** @param subject no blank in it, and no personal data */
    public Mono<Void> done(String kind, String subject) {
        return database.sql("insert into platform.erasure (id, at, kind, subject) values (:id, :now, :kind, :subject)")
                .bind("id", ids.next())
                .bind("now", clock.instant())
                .bind("kind", kind)
                .bind("subject", subject)
                .then();
    }

    /** What stands for an address in the list. */
    public String mark(Subject subject) {
        return mark(key, subject);
    }

    /** The same, and what stood for it under the secret before. */
    public List<String> marks(Subject subject) {
        return keys.stream().map(one -> mark(one, subject)).toList();
    }

    private static String mark(byte[] key, Subject subject) {
        return HexFormat.of().formatHex(Keys.hmac(key, subject.email().getBytes(StandardCharsets.UTF_8)));
    }
}
