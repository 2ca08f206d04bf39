package org.tremplin.patron.pledge;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.association.AwaitedAct;
import org.tremplin.association.AwaitedActs;
import org.tremplin.association.Role;
import reactor.core.publisher.Flux;

/** Promises that a president has to answer. */
@Component
class PledgeActs implements AwaitedActs {

    private final DatabaseClient database;
    private final Clock clock;

    PledgeActs(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Flux<AwaitedAct> awaited(Collection<AssociationId> associations, int most) {
        return database.sql("""
                select p.id, p.association_id, p.campaign_id, p.patron_accepted_at, c.title
                from patron.pledge p join campaign.public_campaign c on c.id = p.campaign_id
                where p.state = 'PROPOSED' and p.patron_accepted_at is not null and p.answer_by > :now
                  and p.association_id = any(:associations)
                order by p.patron_accepted_at limit :most
                """)
                .bind("now", clock.instant())
                .bind("associations", AssociationId.values(associations))
                .bind("most", most)
                .map(row -> {
                    UUID id = Objects.requireNonNull(row.get("id", UUID.class));
                    UUID campaign = Objects.requireNonNull(row.get("campaign_id", UUID.class));
                    return new AwaitedAct(
                            "pledge-answer",
                            id,
                            "",
                            new AssociationId(Objects.requireNonNull(row.get("association_id", UUID.class))),
                            campaign,
                            EnumSet.of(Role.PRESIDENT),
                            null,
                            null,
                            Objects.requireNonNull(row.get("patron_accepted_at", Instant.class)),
                            "/c/" + campaign + "/promesses/" + id,
                            Objects.requireNonNull(row.get("title", String.class)));
                })
                .all();
    }
}
