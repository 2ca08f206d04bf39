package org.tremplin.donation.refund;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.donation.Aftermath;
import org.tremplin.platform.persistence.Ids;
import reactor.core.publisher.Mono;

/** Wishes of donors to have their gift back; one is open at a time. */
@Component
class RefundRequests {

    private final DatabaseClient database;
    private final Ids ids;
    private final Clock clock;

    RefundRequests(DatabaseClient database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** Its id; empty when one is open already. */
    Mono<UUID> open(UUID donation, String reason) {
        return database.sql("""
                insert into donation.refund_request (id, donation_id, state, reason, asked_at)
                values (:id, :donation, 'ASKED', :reason, :now)
                on conflict (donation_id) where state = 'ASKED' do nothing returning id
                """)
                .bind("id", ids.next())
                .bind("donation", donation)
                .bind("reason", reason)
                .bind("now", clock.instant())
                .map(row -> row.get("id", UUID.class))
                .one();
    }

    /** The last one of this gift. */
    Mono<RefundRequest> last(UUID donation) {
        return database.sql("""
                select id, donation_id, state, reason, asked_at, answer from donation.refund_request
                where donation_id = :donation order by asked_at desc, id desc limit 1
                """)
                .bind("donation", donation)
                .map(RefundRequests::request)
                .one();
    }

    Mono<Void> grant(UUID donation, UUID by) {
        return answer(donation, "GRANTED", "", by).then();
    }

    /** The id of the request; empty when none is open. */
    Mono<UUID> decline(UUID donation, String answer, UUID by) {
        return answer(donation, "DECLINED", answer, by);
    }

    private Mono<UUID> answer(UUID donation, String state, String answer, UUID by) {
        Instant now = clock.instant();
        return database.sql("""
                update donation.refund_request set state = :state, answer = :answer, answered_by = :by, answered_at = :now
                where donation_id = :donation and state = 'ASKED' returning id
                """)
                .bind("donation", donation)
                .bind("state", state)
                .bind("answer", answer)
                .bind("by", by)
                .bind("now", now)
                .map(row -> row.get("id", UUID.class))
                .one();
    }

    private static RefundRequest request(Readable row) {
        String reason = row.get("reason", String.class);
        return new RefundRequest(
                row.get("id", UUID.class),
                row.get("donation_id", UUID.class),
                Aftermath.Request.valueOf(row.get("state", String.class)),
                reason == null ? "" : reason,
                row.get("asked_at", Instant.class),
                row.get("answer", String.class));
    }
}
