package org.tremplin.site.card;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.Cause;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.DayText;
import org.tremplin.platform.web.Language;

/** A public campaign with its association and what it received, as a list reads it. */
public record CampaignRow(
        UUID id,
        String slug,
        boolean closed,
        String title,
        String cause,
        String city,
        String department,
        String language,
        @Nullable UUID cover,
        long goalCents,
        @Nullable LocalDate opensOn,
        @Nullable LocalDate closesOn,
        @Nullable Instant closedAt,
        String association,
        ZoneId zone,
        long receivedCents,
        long found) {

    /** Columns and tables to read, with the count of all that were found. */
    public static final String SELECT = """
            select project.id, project.slug, project.state, project.title, project.cause, project.city,
              project.department, project.language, project.cover, project.goal_cents, project.opens_on,
              project.closes_on, project.closed_at, owner.name, owner.zone,
              coalesce(total.received_cents, 0) as received_cents, count(*) over () as found
            from campaign.public_campaign project
            join association.public_association owner on owner.id = project.association_id
            left join ledger.campaign_total total on total.campaign_id = project.id and total.currency = 'EUR'
            """;

    public static CampaignRow of(Readable row) {
        return new CampaignRow(
                row.get("id", UUID.class),
                row.get("slug", String.class),
                "CLOSED".equals(row.get("state", String.class)),
                row.get("title", String.class),
                row.get("cause", String.class),
                row.get("city", String.class),
                row.get("department", String.class),
                row.get("language", String.class),
                row.get("cover", UUID.class),
                row.get("goal_cents", Long.class),
                row.get("opens_on", LocalDate.class),
                row.get("closes_on", LocalDate.class),
                row.get("closed_at", Instant.class),
                row.get("name", String.class),
                ZoneId.of(row.get("zone", String.class)),
                row.get("received_cents", Long.class),
                row.get("found", Long.class));
    }

    public CampaignCard card(Language language, Clock clock) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Phase phase = Phase.on(today, closed, opensOn, closesOn);
        LocalDate ended = closedAt == null ? closesOn : LocalDate.ofInstant(closedAt, zone);
        LocalDate told = phase == Phase.SOON ? opensOn : phase == Phase.CLOSED ? ended : null;
        return new CampaignCard(
                slug,
                title,
                this.language,
                association,
                cause,
                place(city, department),
                cover,
                picture(cause),
                MoneyText.brief(receivedCents, language.locale()),
                MoneyText.brief(goalCents, language.locale()),
                Progress.of(receivedCents, goalCents, language.locale()),
                phase,
                phase.open() && closesOn != null ? Phase.left(today, closesOn) : null,
                told == null ? null : DayText.text(told, language.locale()));
    }

    /** {@code Valmorin (69)}. */
    public static String place(String city, String department) {
        return department.isBlank() || city.contains("(") ? city : city + "\u00A0(" + department + ")";
    }

    /** Name of the picture of a cause. */
    public static String picture(String cause) {
        return "cause-" + (Cause.known(cause) ? cause : Cause.SOLIDARITE.slug()) + ".svg";
    }
}
