package org.tremplin.capacity.exchange;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.association.AwaitedAct;
import org.tremplin.association.AwaitedActs;
import org.tremplin.association.Role;
import reactor.core.publisher.Flux;

/** Offers that wait for the association's word, and help of which it has still to tell whether it happened. */
@Component
class HelpActs implements AwaitedActs {

    static final Set<Role> WRITERS = Set.of(Role.PRESIDENT, Role.TREASURER, Role.EDITOR);

    private final DatabaseClient database;
    private final Matches matches;

    HelpActs(DatabaseClient database, Matches matches) {
        this.database = database;
        this.matches = matches;
    }

    @Override
    public Flux<AwaitedAct> awaited(Collection<AssociationId> associations, int most) {
        return database.sql("""
                select match.id, match.state, coalesce(match.agreed_at, match.created_at) as since, need.label,
                  c.campaign_id, c.association_id
                from capacity.help_match match join capacity.need need on need.id = match.need_id
                join capacity.help_campaign c on c.campaign_id = need.campaign_id
                left join capacity.offer offer on offer.id = match.offer_id
                where c.association_id = any(:associations) and (
                """ + Matches.TIMELY + """
                or match.state = 'AGREED' and match.follow_on <= :today)
                order by match.created_at, match.id limit :most
                """)
                .bind(
                        "associations",
                        associations.stream().map(AssociationId::value).toArray(UUID[]::new))
                .bind("today", matches.today())
                .bind("most", most)
                .map(row -> new AwaitedAct(
                        "PROPOSED".equals(Need.text(row, "state")) ? "help.offer" : "help.done",
                        row.get("id", UUID.class),
                        "",
                        new AssociationId(row.get("association_id", UUID.class)),
                        row.get("campaign_id", UUID.class),
                        WRITERS,
                        null,
                        null,
                        row.get("since", Instant.class),
                        "/c/" + row.get("campaign_id", UUID.class) + "/aide",
                        Need.text(row, "label")))
                .all();
    }
}
