package org.tremplin.payment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the provider kept of payments, as far as it told. */
@Component
public class Fees {

    /** Payments whose fee is awaited are few at any time; in a rush the latest are looked at. */
    private static final int MOST = 5_000;

    private final DatabaseClient database;

    Fees(DatabaseClient database) {
        this.database = database;
    }

    /** Cents by payment, zero or more; a payment whose fee is not known yet is left out. */
    public Mono<Map<UUID, Long>> known(Collection<UUID> payments) {
        return database.sql("select id, fee_cents from payment.payment where id = any(:ids) and fee_cents is not null")
                .bind("ids", payments.toArray(UUID[]::new))
                .map(row -> Map.entry(row.get("id", UUID.class), row.get("fee_cents", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Payments of which the provider has not told yet what it keeps, the latest first. */
    public Mono<List<UUID>> awaited() {
        return database.sql("select payment_id from payment.awaited_fee order by payment_id desc limit :most")
                .bind("most", MOST)
                .map(row -> row.get("payment_id", UUID.class))
                .all()
                .collectList();
    }
}
