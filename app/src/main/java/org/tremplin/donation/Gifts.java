package org.tremplin.donation;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gifts as pages may read them. */
@Component
public class Gifts {

    private final DatabaseClient database;

    Gifts(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Gift> find(String token) {
        return database.sql("""
                select id, token, campaign_id, association_id, edition, state, cents, currency, line_id, language,
                  first_name, receipt, created_at, settled_on
                from donation.donation where token = :token
                """).bind("token", token).map(Gifts::gift).one();
    }

    /** First names of donors who asked to be named, by gift; nobody else's. */
    public Mono<Map<UUID, String>> publicNames(Collection<UUID> donations) {
        return database.sql("""
                select id, first_name from donation.donation
                where id = any(:ids) and public_name and not company and first_name <> ''
                """)
                .bind("ids", donations.toArray(UUID[]::new))
                .map(row -> Map.entry(row.get("id", UUID.class), row.get("first_name", String.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Which of these gifts come from firms. */
    public Flux<UUID> byCompanies(Collection<UUID> donations) {
        return database.sql("select id from donation.donation where id = any(:ids) and company")
                .bind("ids", donations.toArray(UUID[]::new))
                .map(row -> row.get("id", UUID.class))
                .all();
    }

    /** Settled gifts of an association by day, oldest first; days without gifts are left out. */
    public Flux<Day> byDay(UUID association, LocalDate from) {
        return database.sql("""
                select settled_on, sum(cents)::bigint as cents, count(*) as gifts from donation.donation
                where association_id = :association and state = 'SETTLED' and settled_on >= :from
                group by settled_on order by settled_on
                """)
                .bind("association", association)
                .bind("from", from)
                .map(row -> new Day(
                        row.get("settled_on", LocalDate.class),
                        row.get("cents", Long.class),
                        row.get("gifts", Long.class)))
                .all();
    }

    private static Gift gift(Readable row) {
        return new Gift(
                row.get("id", UUID.class),
                row.get("token", String.class),
                row.get("campaign_id", UUID.class),
                row.get("association_id", UUID.class),
                row.get("edition", Integer.class),
                DonationState.valueOf(row.get("state", String.class)),
                row.get("cents", Long.class),
                row.get("currency", String.class),
                row.get("line_id", UUID.class),
                row.get("language", String.class),
                row.get("first_name", String.class),
                row.get("receipt", Boolean.class),
                row.get("created_at", Instant.class),
                row.get("settled_on", LocalDate.class));
    }

    /** What came in on one day. */
    public record Day(LocalDate day, long cents, long gifts) {}
}
