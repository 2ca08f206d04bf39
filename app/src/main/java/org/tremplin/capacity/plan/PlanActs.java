package org.tremplin.capacity.plan;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.association.AssociationId;
import org.tremplin.association.AwaitedAct;
import org.tremplin.association.AwaitedActs;
import org.tremplin.association.Role;
import reactor.core.publisher.Flux;

/** Planned actions whose day has come: told to whoever took them on; a week late, to the president too. */
@Component
class PlanActs implements AwaitedActs {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final int LATE = 7;

    /** Who may read the plan. */
    static final Set<Role> READERS = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Role.ACCOUNTANT)));

    /** Letters of an action in a mail. */
    private static final int BRIEF = 80;

    private final DatabaseClient database;
    private final Clock clock;

    PlanActs(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Flux<AwaitedAct> awaited(Collection<AssociationId> associations, int most) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        return database.sql("""
                select id, association_id, what, role, person_id, due_on from capacity.plan_action
                where association_id = any(:associations) and state in ('TODO', 'DOING') and due_on <= :today
                order by due_on, id limit :most
                """)
                .bind("associations", AssociationId.values(associations))
                .bind("today", today)
                .bind("most", most)
                .map(row -> acts(row, today))
                .all()
                .flatMapIterable(acts -> acts.toList());
    }

    private static Stream<AwaitedAct> acts(Readable row, LocalDate today) {
        LocalDate due = Objects.requireNonNull(row.get("due_on", LocalDate.class));
        UUID person = row.get("person_id", UUID.class);
        String code = row.get("role", String.class);
        Set<Role> roles = EnumSet.of(Role.PRESIDENT, code == null ? Role.PRESIDENT : Role.valueOf(code));
        roles.retainAll(READERS);
        // who took it on and became an accountant from outside reads no plan: the president is told at once
        boolean late = Role.ACCOUNTANT.name().equals(code) || due.isBefore(today.minusDays(LATE));
        AwaitedAct first = act(
                row,
                due,
                // another day is told anew
                due.toString(),
                person == null ? roles : READERS,
                person);
        // who took it on may have left
        return person != null && late
                ? Stream.of(first, act(row, due, "late " + due, Set.of(Role.PRESIDENT), null))
                : Stream.of(first);
    }

    private static AwaitedAct act(Readable row, LocalDate due, String stage, Set<Role> roles, @Nullable UUID person) {
        String what = String.valueOf(row.get("what", String.class));
        return new AwaitedAct(
                "plan.due",
                Objects.requireNonNull(row.get("id", UUID.class)),
                stage,
                new AssociationId(Objects.requireNonNull(row.get("association_id", UUID.class))),
                null,
                roles,
                person,
                null,
                since(due),
                "/plan",
                what.length() <= BRIEF ? what : what.substring(0, BRIEF - 1) + "…");
    }

    private static Instant since(LocalDate due) {
        return due.atStartOfDay(ZONE).toInstant();
    }
}
