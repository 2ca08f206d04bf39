package org.tremplin.capacity.share;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.association.AwaitedAct;
import org.tremplin.association.AwaitedActs;
import org.tremplin.association.Role;
import reactor.core.publisher.Flux;

/** What an adviser wrote and nobody said to have read: one act for an association, told anew at most once a day. */
@Component
class CommentActs implements AwaitedActs {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final Set<Role> WRITERS = EnumSet.of(Role.PRESIDENT, Role.TREASURER, Role.EDITOR);

    private final DatabaseClient database;

    CommentActs(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<AwaitedAct> awaited(Collection<AssociationId> associations, int most) {
        return database.sql("""
                select association_id, count(*)::int as unread, min(written_at) as since, max(written_at) as latest
                from capacity.advice_comment
                where association_id = any(:associations) and read_at is null
                group by association_id order by since, association_id limit :most
                """)
                .bind(
                        "associations",
                        associations.stream().map(AssociationId::value).toArray(UUID[]::new))
                .bind("most", most)
                .map(CommentActs::act)
                .all();
    }

    private static AwaitedAct act(Readable row) {
        UUID association = Objects.requireNonNull(row.get("association_id", UUID.class));
        Instant latest = Objects.requireNonNull(row.get("latest", Instant.class));
        return new AwaitedAct(
                "comment.unread",
                association,
                // what is written the same day is told once
                LocalDate.ofInstant(latest, ZONE).toString(),
                new AssociationId(association),
                null,
                WRITERS,
                null,
                null,
                Objects.requireNonNull(row.get("since", Instant.class)),
                "/diagnostic/resultat#conseil",
                String.valueOf(row.get("unread", Integer.class)));
    }
}
