package org.tremplin.donation.give;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.campaign.CampaignId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.money.MoneyText;
import org.tremplin.notification.Mail;
import org.tremplin.notification.Mails;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Mono;

/** The link by which a donor finishes a gift whose payment page did not open: one mail a gift. */
@Component
class LaterMails {

    private static final Duration COUNTED = Duration.ofHours(1);

    private final DatabaseClient database;
    private final Campaigns campaigns;
    private final Mails mails;
    private final LimitSettings limits;
    private final Clock clock;

    LaterMails(DatabaseClient database, Campaigns campaigns, Mails mails, LimitSettings limits, Clock clock) {
        this.database = database;
        this.campaigns = campaigns;
        this.mails = mails;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Queues the mail inside the caller's transaction, unless it was queued before. False when there is none: the donor
     * left no address, or too many went to it within an hour.
     */
    Mono<Boolean> queue(UUID donation) {
        return claim(donation).flatMap(this::mail).then(Mono.defer(() -> mailed(donation)));
    }

    Mono<Boolean> mailed(UUID donation) {
        return database.sql("select later_mailed_at is not null as mailed from donation.donation where id = :id")
                .bind("id", donation)
                .map(row -> Boolean.TRUE.equals(row.get("mailed", Boolean.class)))
                .one();
    }

    private Mono<Unpaid> claim(UUID donation) {
        Instant now = clock.instant();
        return database.sql("""
                update donation.donation gift set later_mailed_at = :now
                where id = :id and state = 'STARTED' and later_mailed_at is null and email <> ''
                  and (select count(*) from donation.donation other
                    where other.email = gift.email and other.later_mailed_at > :since) < :most
                returning campaign_id, token, cents, language, email, first_name
                """)
                .bind("id", donation)
                .bind("now", now)
                .bind("since", now.minus(COUNTED))
                .bind("most", limits.mailsPerEmail())
                .map(row -> new Unpaid(
                        donation,
                        row.get("campaign_id", UUID.class),
                        row.get("token", String.class),
                        row.get("cents", Long.class),
                        Language.ofCode(row.get("language", String.class)),
                        row.get("email", String.class),
                        row.get("first_name", String.class)))
                .one();
    }

    private Mono<Void> mail(Unpaid gift) {
        return campaigns
                .findPublished(new CampaignId(gift.campaign()))
                .flatMap(campaign -> mails.queue(Mail.of(
                        "donation.finish_later",
                        gift.id(),
                        gift.email(),
                        gift.language(),
                        "gift-later",
                        Map.of(
                                "name", gift.firstName(),
                                "amount",
                                        MoneyText.brief(
                                                gift.cents(), gift.language().locale()),
                                "campaign", campaign.plan().title(),
                                "payment", gift.language().to("/don/" + gift.token() + "/paiement")))));
    }

    private record Unpaid(
            UUID id, UUID campaign, String token, long cents, Language language, String email, String firstName) {}
}
