package org.tremplin.capacity.network;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.platform.privacy.ErasesAgain;
import org.tremplin.platform.privacy.Erasures;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A no stays a no after a restore of data in which it was not given yet. */
@Component
class NamingsRefused implements ErasesAgain {

    private static final String KIND = "naming";

    /** In letters; a hyphen and the microsecond of the no follow. */
    private static final int UUID_LENGTH = 36;

    private final DatabaseClient database;
    private final Erasures erasures;

    NamingsRefused(DatabaseClient database, Erasures erasures) {
        this.database = database;
        this.erasures = erasures;
    }

    /** In the caller's transaction. */
    Mono<Void> note(UUID naming, Instant at) {
        return erasures.done(KIND, naming + "-" + ChronoUnit.MICROS.between(Instant.EPOCH, at));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<Void> again(Set<String> refusals) {
        return Flux.fromIterable(refusals)
                .concatMap(one -> refuse(UUID.fromString(one.substring(0, UUID_LENGTH)), at(one)))
                .then();
    }

    private static Instant at(String refusal) {
        return Instant.EPOCH.plus(Long.parseLong(refusal.substring(UUID_LENGTH + 1)), ChronoUnit.MICROS);
    }

    /** A yes that is later than this no stands. */
    private Mono<Void> refuse(UUID naming, Instant at) {
        return database.sql("""
                update capacity.partner_naming set email = null, answered_at = :at,
                  answer = case when answer is null then 'NO' else 'TAKEN_BACK' end
                where id = :id and (answer is null or answer = 'YES' and answered_at <= :at)
                """).bind("at", at).bind("id", naming).then();
    }
}
