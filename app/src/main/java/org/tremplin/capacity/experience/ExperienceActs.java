package org.tremplin.capacity.experience;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.association.AwaitedAct;
import org.tremplin.association.AwaitedActs;
import org.tremplin.capacity.CampaignEnd;
import org.tremplin.capacity.CampaignEnds;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The three questions, asked for a while after a campaign is over; and texts that came back to be changed: told once each
 * time, to who wrote them while that is known.
 */
@Component
class ExperienceActs implements AwaitedActs {

    /** Days after the end of a campaign on which its questions wait; later nobody remembers well enough. */
    static final int ASKED_DAYS = 60;

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final DatabaseClient database;
    private final CampaignEnds campaigns;
    private final Clock clock;

    ExperienceActs(DatabaseClient database, CampaignEnds campaigns, Clock clock) {
        this.database = database;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @Override
    public Flux<AwaitedAct> awaited(Collection<AssociationId> associations, int most) {
        return returned(associations, most).concatWith(asked(associations, most));
    }

    private Flux<AwaitedAct> asked(Collection<AssociationId> associations, int most) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        return campaigns
                .ended(associations, today.minusDays(ASKED_DAYS), today.minusDays(1), most)
                .collectList()
                .filter(over -> !over.isEmpty())
                .flatMapMany(over -> answered(over)
                        .flatMapIterable(answered -> over.stream()
                                .filter(end -> !answered.contains(end.campaign()))
                                .map(ExperienceActs::asked)
                                .toList()));
    }

    /** Of these campaigns: sent once, or put off by somebody who may. */
    private Mono<Set<UUID>> answered(List<CampaignEnd> over) {
        return database.sql("""
                select campaign_id from capacity.experience
                where campaign_id = any(:campaigns) and (sent_at is not null or state = 'DECLINED')
                """)
                .bind("campaigns", over.stream().map(CampaignEnd::campaign).toArray(UUID[]::new))
                .map(row -> Objects.requireNonNull(row.get("campaign_id", UUID.class)))
                .all()
                .collect(Collectors.toSet());
    }

    private static AwaitedAct asked(CampaignEnd over) {
        return new AwaitedAct(
                "experience.asked",
                over.campaign(),
                "",
                over.association(),
                over.campaign(),
                SignersController.WRITERS,
                null,
                null,
                Objects.requireNonNull(over.endedOn())
                        .plusDays(1)
                        .atStartOfDay(ZONE)
                        .toInstant(),
                "/c/" + over.campaign() + "/experience",
                over.title());
    }

    private Flux<AwaitedAct> returned(Collection<AssociationId> associations, int most) {
        return database.sql("""
                select 'experience.returned' as kind, sheet.id, sheet.association_id, sheet.campaign_id, sheet.written_by,
                  sheet.decided_at, coalesce(campaign.title, '') as what,
                  '/c/' || sheet.campaign_id || '/experience' as page
                from capacity.experience sheet left join capacity.help_campaign campaign using (campaign_id)
                where sheet.state = 'RETURNED' and sheet.association_id = any(:associations)
                union all
                select 'experience.comment', comment.id, comment.association_id, null, comment.written_by, comment.decided_at,
                  '', '/experience/commentaire?fiche=' || comment.experience_id
                from capacity.experience_comment comment join capacity.experience on_sheet on on_sheet.id = experience_id
                where comment.state = 'RETURNED' and on_sheet.state = 'PUBLISHED' and comment.association_id = any(:associations)
                order by decided_at, id limit :most
                """)
                .bind("associations", AssociationId.values(associations))
                .bind("most", most)
                .map(row -> {
                    Instant decided = Objects.requireNonNull(row.get("decided_at", Instant.class));
                    return new AwaitedAct(
                            Experience.text(row, "kind"),
                            Objects.requireNonNull(row.get("id", UUID.class)),
                            Long.toString(decided.getEpochSecond()),
                            new AssociationId(Objects.requireNonNull(row.get("association_id", UUID.class))),
                            row.get("campaign_id", UUID.class),
                            SignersController.WRITERS,
                            row.get("written_by", UUID.class),
                            null,
                            decided,
                            Experience.text(row, "page"),
                            Experience.text(row, "what"));
                })
                .all();
    }
}
