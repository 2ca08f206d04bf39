package org.tremplin.site.totals;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.CampaignId;
import reactor.core.publisher.Mono;

/** What each campaign received, read from what ledger, donation and payment publish. */
@Component
public class Totals {

    /** However many visitors there are, a campaign's page is read this often at most. */
    public static final Duration AGE = Duration.ofSeconds(2);

    private final DatabaseClient database;

    Totals(DatabaseClient database) {
        this.database = database;
    }

    /** As it is now. */
    public Mono<Received> of(CampaignId campaign) {
        Mono<Map<UUID, Long>> chosen = database.sql("""
                select budget_line_id, received_cents from ledger.line_total
                where campaign_id = :campaign and currency = 'EUR' and received_cents <> 0
                """)
                .bind("campaign", campaign.value())
                .map(row -> Map.entry(row.get("budget_line_id", UUID.class), row.get("received_cents", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
        return chosen.flatMap(lines -> database.sql("""
                select coalesce(total.received_cents, 0) as cents, coalesce(total.gifts, 0) as gifts,
                       coalesce(gift.pending_cents, 0) as pending, total.updated_at,
                       coalesce(total.fees_cents, 0) as fees,
                       exists (select 1 from payment.awaited_fee fee
                         join donation.settled_gift paid on paid.payment_id = fee.payment_id
                         where paid.campaign_id = asked.id) as fees_awaited
                from (select cast(:campaign as uuid) as id) asked
                left join ledger.campaign_total total on total.campaign_id = asked.id and total.currency = 'EUR'
                left join donation.campaign_gift gift on gift.campaign_id = asked.id
                """)
                .bind("campaign", campaign.value())
                .map(row -> received(row, lines))
                .one());
    }

    private static Received received(Readable row, Map<UUID, Long> lines) {
        return new Received(
                row.get("cents", Long.class),
                row.get("gifts", Long.class),
                row.get("pending", Long.class),
                row.get("fees", Long.class),
                Boolean.TRUE.equals(row.get("fees_awaited", Boolean.class)),
                lines,
                row.get("updated_at", Instant.class));
    }
}
