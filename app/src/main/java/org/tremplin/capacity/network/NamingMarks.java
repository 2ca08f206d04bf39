package org.tremplin.capacity.network;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.platform.security.Keys;
import reactor.core.publisher.Mono;

/**
 * The limits of asking. They hold after the address and the partner are gone, for each mail leaves a mark of its address
 * for some days, which says nothing without the secret of this instance.
 */
@Component
class NamingMarks {

    /** Mails an association may cause in one day. */
    private static final int DAILY = 20;

    /** To one address in one day, whoever asks: nobody's mailbox is flooded. */
    private static final int PER_ADDRESS = 3;

    private static final String PURPOSE = "namings";

    private final DatabaseClient database;

    /** The present one first, then the one before the secret was changed. */
    private final List<byte[]> keys;

    NamingMarks(DatabaseClient database, Keys keys) {
        this.database = database;
        this.keys = Stream.concat(Stream.of(keys.derive(PURPOSE)), keys.derivePrevious(PURPOSE).stream())
                .toList();
    }

    /** Why no mail may leave now; empty when one may. */
    Mono<Namings.Asking> refused(AssociationId association, UUID partner, String address, Instant now) {
        return database.sql("""
                select case
                  when exists (select from capacity.partner_naming where association_id = :association
                    and partner_id = :partner and replaced_at is null and answer <> 'YES' and answered_at > :waits)
                    then 'SAID_NO'
                  when exists (select from capacity.naming_mail where association_id = :association
                    and mark in (:marks) and no_at > :waits) then 'ADDRESS_NO'
                  when (select count(*) from capacity.naming_mail
                    where association_id = :association and at > :dayAgo) >= :daily then 'TOO_MANY'
                  when (select count(*) from capacity.naming_mail
                    where mark in (:marks) and at > :dayAgo) >= :perAddress then 'FLOODED'
                  else 'SENT' end as asking
                """)
                .bind("association", association.value())
                .bind("partner", partner)
                .bind("marks", keys.stream().map(key -> mark(key, address)).toList())
                .bind("dayAgo", now.minus(Duration.ofDays(1)))
                .bind("waits", now.minus(Namings.AFTER_NO))
                .bind("daily", DAILY)
                .bind("perAddress", PER_ADDRESS)
                .map(row -> Namings.Asking.valueOf(String.valueOf(row.get("asking", String.class))))
                .one()
                .filter(asking -> asking != Namings.Asking.SENT);
    }

    Mono<Void> sent(UUID naming, AssociationId association, String address, Instant now) {
        return database.sql("""
                insert into capacity.naming_mail (naming_id, association_id, mark, at)
                values (:naming, :association, :mark, :now)
                """)
                .bind("naming", naming)
                .bind("association", association.value())
                .bind("mark", mark(keys.get(0), address))
                .bind("now", now)
                .then();
    }

    Mono<Void> answered(UUID naming, boolean yes, Instant now) {
        return database.sql("""
                update capacity.naming_mail set no_at = case when :yes then null else cast(:now as timestamptz) end
                where naming_id = :naming
                """)
                .bind("yes", yes)
                .bind("now", now)
                .bind("naming", naming)
                .then();
    }

    Mono<Long> forget(Instant before, int most) {
        return database.sql("""
                delete from capacity.naming_mail where naming_id in (
                  select naming_id from capacity.naming_mail where at < :before and (no_at is null or no_at < :before)
                  order by at limit :most for update skip locked)
                """)
                .bind("before", before)
                .bind("most", most)
                .fetch()
                .rowsUpdated();
    }

    private static byte[] mark(byte[] key, String address) {
        return Keys.hmac(key, address.getBytes(StandardCharsets.UTF_8));
    }
}
