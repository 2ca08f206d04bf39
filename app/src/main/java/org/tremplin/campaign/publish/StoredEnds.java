package org.tremplin.campaign.publish;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.Association;
import org.tremplin.association.AssociationId;
import org.tremplin.campaign.Campaigns;
import org.tremplin.campaign.PublishedCampaign;
import org.tremplin.campaign.template.Templates;
import org.tremplin.capacity.CampaignEnd;
import org.tremplin.capacity.CampaignEnds;
import reactor.core.publisher.Flux;

/** Which campaigns are over: closed by somebody, or past their last day. */
@Component
class StoredEnds implements CampaignEnds {

    /** Of many associations at once a day is a day of here. */
    private static final String ZONE = "Europe/Paris";

    private final DatabaseClient database;
    private final Campaigns campaigns;
    private final Templates templates;
    private final Clock clock;

    StoredEnds(DatabaseClient database, Campaigns campaigns, Templates templates, Clock clock) {
        this.database = database;
        this.campaigns = campaigns;
        this.templates = templates;
        this.clock = clock;
    }

    @Override
    public Flux<CampaignEnd> of(Association association) {
        return campaigns
                .publishedBy(association.id())
                .map(one -> new CampaignEnd(
                        one.campaign().id().value(),
                        association.id(),
                        one.plan().title(),
                        one.plan().language(),
                        endedOn(one, association.zone())));
    }

    @Override
    public Flux<CampaignEnd> ended(Collection<AssociationId> associations, LocalDate from, LocalDate until, int most) {
        return database.sql("""
                select id, association_id, title, language, ended_on from campaign.campaign
                cross join lateral (
                  select least(closes_on, (closed_at at time zone :zone)::date) as ended_on) as ended
                where state <> 'DRAFT' and association_id = any(:associations) and ended_on between :from and :until
                order by ended_on, id limit :most
                """)
                .bind("zone", ZONE)
                .bind("associations", AssociationId.values(associations))
                .bind("from", from)
                .bind("until", until)
                .bind("most", most)
                .map(row -> new CampaignEnd(
                        row.get("id", UUID.class),
                        new AssociationId(row.get("association_id", UUID.class)),
                        row.get("title", String.class),
                        row.get("language", String.class),
                        row.get("ended_on", LocalDate.class)))
                .all();
    }

    private @Nullable LocalDate endedOn(PublishedCampaign one, ZoneId zone) {
        LocalDate last = one.plan().closesOn();
        Instant closed = one.campaign().closedAt();
        LocalDate stopped = closed == null ? null : LocalDate.ofInstant(closed, zone);
        if (last != null && last.isBefore(LocalDate.ofInstant(clock.instant(), zone))) {
            return stopped == null || last.isBefore(stopped) ? last : stopped;
        }
        return stopped;
    }

    @Override
    public Map<String, String> templates(Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        templates.all().stream()
                .map(template -> Map.entry(template.id(), template.data().name().in(locale.getLanguage())))
                .sorted(Map.Entry.comparingByValue())
                .forEach(name -> names.put(name.getKey(), name.getValue()));
        return names;
    }
}
