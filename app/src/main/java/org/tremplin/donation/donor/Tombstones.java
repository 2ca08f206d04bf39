package org.tremplin.donation.donor;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes the donor out of gifts. Money, days, campaign and id stay: the books stand on them. */
@Component
class Tombstones {

    /** The last day on which whoever asked for a receipt for this gift must be known, {@code :period} given. */
    static final String KEEP_UNTIL = """
            (make_date(extract(year from coalesce(settled_on, created_at::date))::int + 1, 12, 31)
              + make_interval(years => :years, months => :months, days => :days))::date""";

    private static final String FORGET_NAMES = """
            last_name = '', street = null, postal_code = null, city = null, country = null, company_name = null,
            siren = null, legal_form = null, bank_reference = null, message = null, dedication = null, once_key = null,
            """;

    private final DatabaseClient database;
    private final Period receipts;

    Tombstones(DatabaseClient database, KeepSettings settings) {
        this.database = database;
        this.receipts = settings.receiptsTerm().time();
    }

    /** Everything of the donor; who asked for a receipt is kept apart as long as the law asks for it. */
    Mono<Void> erase(Collection<UUID> gifts, Instant now) {
        return apart(gifts, now)
                .then(database.sql("update donation.donation set " + FORGET_NAMES + """
                        email = '', first_name = '', public_name = false, news = false, objection = true, erased_at = :now
                        where id = any(:ids) and erased_at is null
                        """)
                        .bind("now", now)
                        .bind("ids", gifts.toArray(UUID[]::new))
                        .then())
                .then(database.sql("""
                        update donation.refund_request set reason = null, answer = null where donation_id = any(:ids)
                        """).bind("ids", gifts.toArray(UUID[]::new)).then());
    }

    /** The name and what came with it; a first name that its donor shows in public stays until they take it back. */
    Mono<Void> forgetNames(Collection<UUID> gifts, Instant now) {
        return apart(gifts, now)
                .then(database.sql("update donation.donation set " + FORGET_NAMES + """
                        first_name = case when public_name then first_name else '' end
                        where id = any(:ids)
                        """)
                        .bind("ids", gifts.toArray(UUID[]::new))
                        .then());
    }

    private Mono<Void> apart(Collection<UUID> gifts, Instant now) {
        return bound(database.sql(
                        """
                insert into donation.kept_identity
                  (donation_id, first_name, last_name, company_name, siren, legal_form, street, postal_code, city, country,
                   keep_until, kept_at)
                select id, first_name, last_name, company_name, siren, legal_form, street, postal_code, city, country,
                """ + KEEP_UNTIL + """
                , :now
                from donation.donation
                where id = any(:ids) and receipt and state in ('SETTLED', 'PENDING') and (last_name <> '' or company_name is not null)
                  and """ + KEEP_UNTIL + " >= :today on conflict (donation_id) do nothing"))
                .bind("now", now)
                .bind("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .bind("ids", gifts.toArray(UUID[]::new))
                .then();
    }

    /** Binds what {@link #KEEP_UNTIL} asks for. */
    DatabaseClient.GenericExecuteSpec bound(DatabaseClient.GenericExecuteSpec statement) {
        return statement
                .bind("years", receipts.getYears())
                .bind("months", receipts.getMonths())
                .bind("days", receipts.getDays());
    }
}
