package org.tremplin.capacity.diagnosis;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.AssociationId;
import org.tremplin.association.Role;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.platform.persistence.Ids;
import reactor.core.publisher.Mono;

/** Begins assessments and writes what each respondent answers; only in one that is open. */
@Component
class AnswerSheets {

    /** More paper forms than a board has members. */
    static final int MOST_SHEETS = 30;

    private static final String COLUMNS = "id, sheet, role, mode, mediator";

    private final DatabaseClient database;
    private final Grid grid;
    private final Ids ids;
    private final Clock clock;
    private final TransactionalOperator transaction;

    AnswerSheets(DatabaseClient database, Grid grid, Ids ids, Clock clock, TransactionalOperator transaction) {
        this.database = database;
        this.grid = grid;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Begins the next assessment; two at once begin the same. */
    Mono<Void> begin(AssociationId association, boolean express) {
        return database.sql("""
                insert into capacity.assessment (id, association_id, grid, kind, moment, state, started_at)
                select :id, :association, :grid, :kind, coalesce(max(moment) + 1, 0), 'OPEN', :now
                from capacity.assessment where association_id = :association
                having coalesce(bool_and(state = 'DONE'), true) and coalesce(max(moment), 0) < 99
                on conflict (association_id, moment) do nothing
                """)
                .bind("id", ids.next())
                .bind("association", association.value())
                .bind("grid", grid.version())
                .bind("kind", kind(express))
                .bind("now", clock.instant())
                .then();
    }

    /** Asks the other form, with the answers given so far; a concluded assessment is open again, its results stay. */
    Mono<Void> open(Assessment assessment, boolean express) {
        return database.sql("update capacity.assessment set kind = :kind, state = 'OPEN' where id = :id")
                .bind("kind", kind(express))
                .bind("id", assessment.id())
                .then();
    }

    /** Until the end of the transaction, saves wait, and so does whoever concludes too. */
    Mono<Void> hold(AssociationId association) {
        return database.sql(
                        "select id from capacity.assessment where association_id = :association and state = 'OPEN' for update")
                .bind("association", association.value())
                .then();
    }

    Mono<Void> conclude(Assessment assessment) {
        return database.sql("update capacity.assessment set state = 'DONE', done_at = :now where id = :id")
                .bind("now", clock.instant())
                .bind("id", assessment.id())
                .then();
    }

    private static String kind(boolean express) {
        return express ? "EXPRESS" : "FULL";
    }

    /** The sheet of this person, begun now if they had none. */
    Mono<Respondent> own(Assessment assessment, UUID person, Role role) {
        return database.sql("""
                insert into capacity.respondent (id, assessment_id, person_id, role, mode, started_at)
                values (:id, :assessment, :person, :role, 'ALONE', :now)
                on conflict (assessment_id, person_id) do update set role = excluded.role
                returning
                """ + " " + COLUMNS)
                .bind("id", ids.next())
                .bind("assessment", assessment.id())
                .bind("person", person)
                .bind("role", role.name())
                .bind("now", clock.instant())
                .map(AnswerSheets::respondent)
                .one();
    }

    /** @param mediator structure and role; empty when nobody sits beside */
    Mono<Void> beside(Respondent respondent, String mediator) {
        return database.sql("""
                update capacity.respondent set mediator = :mediator, mode = :mode where id = :id and mode <> 'PAPER'
                """)
                .bind("mediator", mediator)
                .bind("mode", mediator.isEmpty() ? "ALONE" : "MEDIATOR")
                .bind("id", respondent.id())
                .then();
    }

    /** A new sheet for a paper form; empty when there are too many. */
    Mono<Integer> paper(Assessment assessment, String role) {
        return database.sql("""
                insert into capacity.respondent (id, assessment_id, sheet, role, mode, started_at)
                select :id, :assessment, coalesce(max(sheet), 0) + 1, :role, 'PAPER', :now
                from capacity.respondent where assessment_id = :assessment
                having coalesce(max(sheet), 0) < :most
                on conflict (assessment_id, sheet) do nothing returning sheet
                """)
                .bind("id", ids.next())
                .bind("assessment", assessment.id())
                .bind("role", role)
                .bind("most", MOST_SHEETS)
                .bind("now", clock.instant())
                .map(row -> row.get("sheet", Integer.class))
                .one();
    }

    Mono<Respondent> find(Assessment assessment, int sheet) {
        return database.sql("select " + COLUMNS
                        + " from capacity.respondent where assessment_id = :assessment and sheet = :sheet")
                .bind("assessment", assessment.id())
                .bind("sheet", sheet)
                .map(AnswerSheets::respondent)
                .one();
    }

    Mono<List<Respondent>> all(Assessment assessment) {
        return database.sql(
                        "select " + COLUMNS + " from capacity.respondent where assessment_id = :assessment order by id")
                .bind("assessment", assessment.id())
                .map(AnswerSheets::respondent)
                .all()
                .collectList();
    }

    Mono<Map<String, String>> answers(Respondent respondent) {
        return database.sql("select item, value from capacity.answer where respondent_id = :respondent")
                .bind("respondent", respondent.id())
                .map(AnswerSheets::written)
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** What this person answered so far; nothing when they did not begin. */
    Mono<Map<String, String>> answers(Assessment assessment, UUID person) {
        return database.sql("""
                select item, value from capacity.answer join capacity.respondent on respondent.id = respondent_id
                where assessment_id = :assessment and person_id = :person
                """)
                .bind("assessment", assessment.id())
                .bind("person", person)
                .map(AnswerSheets::written)
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Map.Entry<String, String> written(Readable row) {
        return Map.entry(String.valueOf(row.get("item", String.class)), String.valueOf(row.get("value", String.class)));
    }

    /**
     * What was typed, checked by the caller.
     *
     * @return false when somebody concluded the assessment meanwhile: nothing is saved
     */
    Mono<Boolean> save(
            Assessment assessment, Respondent respondent, Map<String, String> answers, Map<String, String> traits) {
        return database.sql("select id from capacity.assessment where id = :id and state = 'OPEN' for share")
                .bind("id", assessment.id())
                .fetch()
                .one()
                .flatMap(open -> saveAnswers(respondent, answers)
                        .then(saveTraits(assessment, traits))
                        .thenReturn(true))
                .defaultIfEmpty(false)
                .as(transaction::transactional);
    }

    private Mono<Void> saveAnswers(Respondent respondent, Map<String, String> answers) {
        if (answers.isEmpty()) {
            return Mono.empty();
        }
        List<Map.Entry<String, String>> given = new ArrayList<>(answers.entrySet());
        return database.sql("""
                insert into capacity.answer (respondent_id, item, value, answered_at)
                select :respondent, item, value, :now from unnest(:items, :values) as given (item, value)
                on conflict (respondent_id, item) do update set value = excluded.value, answered_at = excluded.answered_at
                where answer.value <> excluded.value
                """)
                .bind("respondent", respondent.id())
                .bind("items", given.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .bind("values", given.stream().map(Map.Entry::getValue).toArray(String[]::new))
                .bind("now", clock.instant())
                .then();
    }

    Mono<Void> saveTraits(Assessment assessment, Map<String, String> traits) {
        if (traits.isEmpty()) {
            return Mono.empty();
        }
        List<Map.Entry<String, String>> given = new ArrayList<>(traits.entrySet());
        return database.sql("""
                insert into capacity.trait (assessment_id, item, value)
                select :assessment, item, value from unnest(:items, :values) as given (item, value)
                on conflict (assessment_id, item) do update set value = excluded.value
                """)
                .bind("assessment", assessment.id())
                .bind("items", given.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .bind("values", given.stream().map(Map.Entry::getValue).toArray(String[]::new))
                .then();
    }

    private static Respondent respondent(Readable row) {
        return new Respondent(
                row.get("id", UUID.class),
                row.get("sheet", Integer.class),
                String.valueOf(row.get("role", String.class)),
                Respondent.Mode.valueOf(String.valueOf(row.get("mode", String.class))),
                String.valueOf(row.get("mediator", String.class)));
    }
}
