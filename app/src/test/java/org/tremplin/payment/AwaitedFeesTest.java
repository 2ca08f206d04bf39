package org.tremplin.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tremplin.TestApplication;

/** However many fees are awaited, none is overlooked. */
@TestApplication
class AwaitedFeesTest {

    @Autowired
    Fees fees;

    @Autowired
    DatabaseClient database;

    @Test
    void readsThemAllPageByPage() {
        database.sql("""
                insert into payment.payment (id, provider, account, state, cents, currency, subject, idempotency_key, ended_at,
                  created_at, changed_at)
                select gen_random_uuid(), 'simulated', '', 'SUCCEEDED', 1000, 'EUR', gen_random_uuid(),
                  'awaited-' || number, now(), now(), now()
                from generate_series(1, 5) number
                """).then().block();
        List<UUID> all = database.sql("select payment_id from payment.awaited_fee order by payment_id desc")
                .map(row -> row.get("payment_id", UUID.class))
                .all()
                .collectList()
                .block();
        List<List<UUID>> pages = fees.awaited(2).collectList().block();
        assertThat(pages).hasSize((all.size() + 1) / 2).allMatch(page -> page.size() <= 2);
        assertThat(pages.stream().flatMap(List::stream).toList()).isEqualTo(all).hasSizeGreaterThanOrEqualTo(5);
    }
}
