package org.tremplin.capacity.experience;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.association.AwaitedAct;
import org.tremplin.association.AwaitedActs;
import reactor.core.publisher.Flux;

/** Texts that came back to be changed: told once each time, to who wrote them while that is known. */
@Component
class ExperienceActs implements AwaitedActs {

    private final DatabaseClient database;

    ExperienceActs(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<AwaitedAct> awaited(Collection<AssociationId> associations, int most) {
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
                .bind(
                        "associations",
                        associations.stream().map(AssociationId::value).toArray(UUID[]::new))
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
