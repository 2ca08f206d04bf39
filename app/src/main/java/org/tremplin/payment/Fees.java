package org.tremplin.payment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the provider kept of payments, as far as it told. */
@Component
public class Fees {

    private static final int PAGE = 1_000;
    private static final UUID LAST = new UUID(-1, -1);

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

    /**
     * Payments of which the provider has not told yet what it keeps, the latest first: few at any time, page by page in a
     * rush, each read when it is asked for.
     */
    public Flux<List<UUID>> awaited() {
        return awaited(PAGE);
    }

    Flux<List<UUID>> awaited(int most) {
        return awaited(LAST, most)
                .expand(page -> page.size() < most ? Mono.empty() : awaited(page.get(page.size() - 1), most))
                .filter(page -> !page.isEmpty());
    }

    private Mono<List<UUID>> awaited(UUID before, int most) {
        return database.sql("""
                select payment_id from payment.awaited_fee where payment_id < :before
                order by payment_id desc limit :most
                """)
                .bind("before", before)
                .bind("most", most)
                .map(row -> row.get("payment_id", UUID.class))
                .all()
                .collectList();
    }
}
