package org.tremplin.capacity.plan;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Role;
import org.tremplin.capacity.ActionState;
import org.tremplin.capacity.PlannedAction;
import org.tremplin.capacity.Plans;
import org.tremplin.capacity.Section;
import org.tremplin.capacity.diagnosis.SaidOfCards;
import org.tremplin.platform.persistence.Ids;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of planned actions; every question names the association. */
@Component
class Actions implements Plans {

    /** Of one association, whatever their state: a plan that nobody reads to its end helps nobody. */
    static final int MOST = 100;

    private static final String SELECT = """
            select id, what, card, section, role, person_id, due_on, cost, topic, state, reason, created_at, state_at, version
            from capacity.plan_action where association_id = :association
            """;

    private final DatabaseClient database;
    private final SaidOfCards saidOfCards;
    private final TransactionalOperator transaction;
    private final Ids ids;
    private final Clock clock;

    Actions(DatabaseClient database, SaidOfCards saidOfCards, TransactionalOperator transaction, Ids ids, Clock clock) {
        this.database = database;
        this.saidOfCards = saidOfCards;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Mono<List<PlannedAction>> of(AssociationId association) {
        return ask(SELECT + """
                 order by state not in ('TODO', 'DOING'),
                  case when state in ('TODO', 'DOING') then due_on end nulls last, state_at desc, id
                """, association).map(Actions::action).all().collectList();
    }

    Mono<PlannedAction> find(AssociationId association, UUID id) {
        return ask(SELECT + " and id = :id", association)
                .bind("id", id)
                .map(Actions::action)
                .one();
    }

    /** When each of them came to stand where it stood, the earliest first. */
    Flux<Step> steps(AssociationId association) {
        return ask("""
                select action_id, step.state, step.at from capacity.plan_step step
                join capacity.plan_action action on action.id = action_id
                where association_id = :association order by step.id
                """, association)
                .map(row -> new Step(
                        id(row, "action_id"),
                        ActionState.valueOf(String.valueOf(row.get("state", String.class))),
                        at(row, "at")))
                .all();
    }

    /** @return its id; empty when the plan is full */
    Mono<UUID> add(AssociationId association, ActionForm form) {
        UUID id = ids.next();
        return ask("select pg_advisory_xact_lock(hashtextextended('plan ' || :association::text, 0))", association)
                .then()
                .then(ask("select count(*) from capacity.plan_action where association_id = :association", association)
                        .map(row -> row.get(0, Long.class))
                        .one())
                .filter(count -> count < MOST)
                .flatMap(room -> describe(database.sql("""
                        insert into capacity.plan_action (id, association_id, what, card, section, role, person_id, due_on,
                          cost, topic, state, created_at, state_at)
                        values (:id, :association, :what, :card, :section, :role, :person, :due, :cost, :topic, 'TODO',
                          :now, :now)
                        """), form)
                        .bind("id", id)
                        .bind("association", association.value())
                        .bind("now", clock.instant())
                        .then()
                        .then(step(id, ActionState.TODO))
                        .thenReturn(id))
                .as(transaction::transactional);
    }

    /** @return whether it is still the version that the change was made for */
    Mono<Boolean> change(AssociationId association, UUID id, ActionForm form, int version) {
        return describe(database.sql("""
                update capacity.plan_action set what = :what, card = :card, section = :section, role = :role,
                  person_id = :person, due_on = :due, cost = :cost, topic = :topic, version = version + 1
                where id = :id and association_id = :association and version = :version
                """), form)
                .bind("id", id)
                .bind("version", version)
                .bind("association", association.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /**
     * Moves it, and says the same of the advice it comes from: what is done need not be proposed again.
     *
     * @param reason when it is dropped
     * @return whether it moved; not when somebody else moved it meanwhile
     */
    Mono<Boolean> move(AssociationId association, PlannedAction action, ActionState next, String reason) {
        if (!action.state().canBecome(next)) {
            return Mono.just(false);
        }
        return database.sql("""
                update capacity.plan_action set state = :next, reason = :reason, state_at = :now
                where id = :id and association_id = :association and state = :state
                """)
                .bind("next", next.name())
                .bind("reason", next == ActionState.DROPPED ? reason : "")
                .bind("now", clock.instant())
                .bind("id", action.id())
                .bind("association", association.value())
                .bind("state", action.state().name())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(moved -> step(action.id(), next)
                        .then(said(association, action, next))
                        .thenReturn(true))
                .defaultIfEmpty(false)
                .as(transaction::transactional);
    }

    private Mono<Void> said(AssociationId association, PlannedAction action, ActionState next) {
        String card = action.card();
        if (card == null) {
            return Mono.empty();
        }
        if (next == ActionState.DONE) {
            return saidOfCards.done(association, card);
        }
        return action.state() == ActionState.DONE ? saidOfCards.takeBack(association, card) : Mono.empty();
    }

    private Mono<Void> step(UUID action, ActionState state) {
        return database.sql(
                        "insert into capacity.plan_step (id, action_id, state, at) values (:id, :action, :state, :now)")
                .bind("id", ids.next())
                .bind("action", action)
                .bind("state", state.name())
                .bind("now", clock.instant())
                .then();
    }

    private GenericExecuteSpec ask(String sql, AssociationId association) {
        return database.sql(sql).bind("association", association.value());
    }

    private static GenericExecuteSpec describe(GenericExecuteSpec statement, ActionForm form) {
        GenericExecuteSpec bound = statement.bind("what", form.quoi()).bind("topic", form.aide());
        bound = bind(bound, "card", form.card(), String.class);
        bound = bind(bound, "section", form.section(), String.class);
        bound = bind(bound, "role", form.role(), String.class);
        bound = bind(bound, "person", form.person(), UUID.class);
        bound = bind(bound, "due", form.due(), LocalDate.class);
        return bind(bound, "cost", form.cents(), Long.class);
    }

    private static <T> GenericExecuteSpec bind(
            GenericExecuteSpec statement, String name, @Nullable Object value, Class<T> type) {
        if (value == null) {
            return statement.bindNull(name, type);
        }
        return statement.bind(name, value instanceof Enum<?> code ? code.name() : value);
    }

    private static PlannedAction action(Readable row) {
        String section = row.get("section", String.class);
        String role = row.get("role", String.class);
        return new PlannedAction(
                id(row, "id"),
                String.valueOf(row.get("what", String.class)),
                row.get("card", String.class),
                section == null ? null : Section.valueOf(section),
                role == null ? null : Role.valueOf(role),
                row.get("person_id", UUID.class),
                row.get("due_on", LocalDate.class),
                row.get("cost", Long.class),
                String.valueOf(row.get("topic", String.class)),
                ActionState.valueOf(String.valueOf(row.get("state", String.class))),
                String.valueOf(row.get("reason", String.class)),
                at(row, "created_at"),
                at(row, "state_at"),
                Objects.requireNonNull(row.get("version", Integer.class)));
    }

    private static UUID id(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, UUID.class));
    }

    private static Instant at(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Instant.class));
    }

    record Step(UUID action, ActionState state, Instant at) {}
}
