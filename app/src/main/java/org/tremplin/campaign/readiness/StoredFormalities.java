package org.tremplin.campaign.readiness;

import java.time.LocalDate;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Formalities;
import reactor.core.publisher.Mono;

/** The formalities of each campaign. Whoever calls has found the campaign under its association before. */
@Component
public class StoredFormalities {

    private final DatabaseClient database;

    StoredFormalities(DatabaseClient database) {
        this.database = database;
    }

    Mono<Formalities> of(CampaignId campaign) {
        return database.sql("""
                select decided_on, minutes, no_receipts, contact, saved_on from campaign.formality
                where campaign_id = :campaign
                """)
                .bind("campaign", campaign.value())
                .map(row -> new Formalities(
                        row.get("decided_on", LocalDate.class),
                        Objects.requireNonNull(row.get("minutes", String.class)),
                        Boolean.TRUE.equals(row.get("no_receipts", Boolean.class)),
                        Objects.requireNonNull(row.get("contact", String.class)),
                        row.get("saved_on", LocalDate.class)))
                .one()
                .defaultIfEmpty(Formalities.none());
    }

    public Mono<Void> save(CampaignId campaign, Formalities said, LocalDate today) {
        return database.sql("""
                insert into campaign.formality (campaign_id, decided_on, minutes, no_receipts, contact, saved_on)
                values (:campaign, :decided, :minutes, :none, :contact, :today)
                on conflict (campaign_id) do update set decided_on = excluded.decided_on, minutes = excluded.minutes,
                  no_receipts = excluded.no_receipts, contact = excluded.contact, saved_on = excluded.saved_on
                """)
                .bind("campaign", campaign.value())
                .bind("decided", Parameter.fromOrEmpty(said.decidedOn(), LocalDate.class))
                .bind("minutes", said.minutes())
                .bind("none", said.noReceipts())
                .bind("contact", said.contact())
                .bind("today", today)
                .then();
    }
}
