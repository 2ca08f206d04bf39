package org.tremplin.donation.donor;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.platform.privacy.Basis;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.Retention;
import org.tremplin.platform.privacy.Term;
import reactor.core.publisher.Mono;

/**
 * Addresses of donors. Who objects to further appeals is forgotten with the name, or once the campaign they follow has
 * told how it ended; who does not, some years after the gift: a later gift has its own row and time.
 */
@Component
class GiftEmails implements Retention {

    private final DatabaseClient database;
    private final OldGifts old;
    private final Campaigns campaigns;
    private final Term names;
    private final Term followUp;
    private final Term emails;

    GiftEmails(DatabaseClient database, OldGifts old, Campaigns campaigns, KeepSettings settings) {
        this.database = database;
        this.old = old;
        this.campaigns = campaigns;
        this.names = settings.namesTerm();
        this.followUp = settings.followUpTerm();
        this.emails = settings.emailsTerm();
    }

    @Override
    public Holding holding() {
        return Holding.of("gift-emails", Basis.LEGITIMATE_INTEREST, emails, followUp);
    }

    @Override
    public Mono<Long> forget(Instant now, int most) {
        return overSince(followUp.before(now)).flatMap(over -> old.each(found(now, over, most), this::forget));
    }

    private DatabaseClient.GenericExecuteSpec found(Instant now, Collection<UUID> over, int most) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return database.sql("""
                        select id from donation.donation
                        where state = 'SETTLED' and email <> ''
                          and (settled_at < :emails
                            or objection and (not news or campaign_id = any(:over))
                              and settled_on < case when receipt then cast(:receipts as date) else cast(:others as date) end)
                        order by settled_on limit :most for update skip locked
                        """)
                .bind("emails", emails.before(now))
                .bind("over", over.toArray(UUID[]::new))
                .bind("others", today.minus(names.time()).withDayOfYear(1))
                .bind("receipts", today.minusYears(1).withDayOfYear(1))
                .bind("most", most);
    }

    /** Campaigns whose donors still get news of them, and that closed before this instant. */
    private Mono<List<UUID>> overSince(Instant before) {
        return database.sql("""
                select distinct campaign_id from donation.donation
                where state = 'SETTLED' and email <> '' and news and objection
                """)
                .map(row -> new CampaignId(row.get("campaign_id", UUID.class)))
                .all()
                .collectList()
                .flatMapMany(campaigns::findAllPublished)
                .filter(found -> {
                    Instant closed = found.campaign().closedAt();
                    return closed != null && closed.isBefore(before);
                })
                .map(found -> found.campaign().id().value())
                .collectList();
    }

    private Mono<Void> forget(List<UUID> gifts) {
        return database.sql("update donation.donation set email = '', news = false where id = any(:ids)")
                .bind("ids", gifts.toArray(UUID[]::new))
                .then();
    }
}
