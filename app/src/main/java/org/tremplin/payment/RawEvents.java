package org.tremplin.payment;

import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the provider told, as bytes: names and addresses of payers are among them. */
@Component
public class RawEvents {

    private final DatabaseClient database;

    RawEvents(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Empties what the provider told of the payments for these subjects, and takes them out of the waiting line. That it was told stays known, so that the same
     * event sent again is not taken for a new one; one that still waits to be treated goes with its age.
     */
    public Mono<Void> forgetWords(Collection<UUID> subjects) {
        return database.sql("""
                with line as (
                  delete from payment.start_line where subject = any(:subjects)),
                paid as (
                  select id, session_id, intent_id, charge_id, created_at from payment.payment where subject = any(:subjects)),
                named as (
                  select id::text as name from paid
                  union select session_id from paid where session_id is not null
                  union select intent_id from paid where intent_id is not null
                  union select charge_id from paid where charge_id is not null
                  union select provider_id from payment.refund
                    where payment_id in (select id from paid) and provider_id is not null
                  union select provider_id from payment.dispute where payment_id in (select id from paid))
                update payment.provider_event set payload = ''
                where treated is not null and octet_length(payload) > 0
                  and received_at >= (select min(created_at) from paid)
                  and exists (select from named where position(convert_to(named.name, 'UTF8') in provider_event.payload) > 0)
                """).bind("subjects", subjects.toArray(UUID[]::new)).then();
    }
}
