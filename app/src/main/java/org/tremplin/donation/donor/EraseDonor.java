package org.tremplin.donation.donor;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.donation.DonorErased;
import org.tremplin.payment.RawEvents;
import org.tremplin.platform.event.EventLog;
import org.tremplin.platform.security.Keys;
import reactor.core.publisher.Mono;

/** Erases a donor from gifts, at once, in the caller's transaction. */
@Component
class EraseDonor {

    private final DatabaseClient database;
    private final Tombstones tombstones;
    private final RawEvents rawEvents;
    private final EventLog log;
    private final Clock clock;
    private final byte[] key;

    EraseDonor(
            DatabaseClient database, Tombstones tombstones, RawEvents rawEvents, EventLog log, Clock clock, Keys keys) {
        this.database = database;
        this.tombstones = tombstones;
        this.rawEvents = rawEvents;
        this.log = log;
        this.clock = clock;
        this.key = keys.derive("suppression");
    }

    /** Of these gifts; no more appeals reach the address either, though it is known no more. */
    Mono<Void> erase(List<DonorErased> gifts, String email) {
        List<UUID> ids = gifts.stream().map(DonorErased::donation).toList();
        Instant now = clock.instant();
        return gifts.isEmpty()
                ? Mono.empty()
                : tombstones
                        .erase(ids, now)
                        .then(rawEvents.forgetWords(ids))
                        .then(email.isEmpty() ? Mono.<Void>empty() : suppress(email, now))
                        .then(log.append(gifts));
    }

    private Mono<Void> suppress(String email, Instant now) {
        return database.sql("""
                insert into donation.suppression (email_hash, since) values (:hash, :now) on conflict do nothing
                """)
                .bind("hash", Keys.hmac(key, email.getBytes(StandardCharsets.UTF_8)))
                .bind("now", now)
                .then();
    }
}
