package org.tremplin.campaign.vote;

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

/** Votes to count: their last day is past, or everybody answered. */
@Component
class VoteActs implements AwaitedActs {

    private final DatabaseClient database;
    private final Clock clock;

    VoteActs(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Flux<AwaitedAct> awaited(Collection<AssociationId> associations, int most) {
        return database.sql("""
                select v.id, v.campaign_id, c.association_id, v.ballot ->> 'title' as title,
                  least(v.ends_at, coalesce(answered.last, v.ends_at)) as since
                from campaign.board_vote v
                join campaign.campaign c on c.id = v.campaign_id
                left join lateral (
                  select max(answered_at) as last from campaign.board_voter voter where voter.vote_id = v.id
                  having count(answer) >= v.asked) answered on true
                where v.closed_at is null and c.association_id = any(:associations)
                  and (v.ends_at <= :now or answered.last is not null)
                order by since limit :most
                """)
                .bind("associations", AssociationId.values(associations))
                .bind("now", clock.instant())
                .bind("most", most)
                .map(row -> {
                    UUID campaign = Objects.requireNonNull(row.get("campaign_id", UUID.class));
                    return new AwaitedAct(
                            "vote-close",
                            Objects.requireNonNull(row.get("id", UUID.class)),
                            "",
                            new AssociationId(Objects.requireNonNull(row.get("association_id", UUID.class))),
                            campaign,
                            EnumSet.of(Role.PRESIDENT),
                            null,
                            null,
                            Objects.requireNonNull(row.get("since", Instant.class)),
                            "/c/" + campaign + "/vote",
                            Objects.requireNonNull(row.get("title", String.class)));
                })
                .all();
    }
}
