package org.tremplin.capacity.network;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.association.AssociationId;
import org.tremplin.capacity.Contribution;
import org.tremplin.capacity.PartnerType;
import org.tremplin.capacity.Reach;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.platform.web.Language;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of partners and of their pairs; every question names the association. */
@Component
class Partners {

    /** So long a removed partner can be brought back; then it is deleted, its ties with it. */
    static final Duration UNDO = Duration.ofDays(1);

    private static final String SELECT = """
            select id, name, kind, reach, brings, exchange, rhythm, useful, gain, cost_time, cost_money, cost_dependence,
              cost, decision, substitute, review_on, version, weighed_version
            from capacity.partner where association_id = :association
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Ids ids;
    private final Clock clock;
    private final int most;

    Partners(DatabaseClient database, TransactionalOperator transaction, Ids ids, Clock clock, Grid grid) {
        this.database = database;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
        this.most = grid.asked().partners();
    }

    Mono<Circle> circle(AssociationId association) {
        return Mono.zip(all(association).collectList(), answers(association), Circle::new);
    }

    /** In the order they were named. */
    Flux<NamedPartner> all(AssociationId association) {
        return ask(SELECT + " and removed_at is null order by id", association)
                .map(Partners::partner)
                .all();
    }

    /** By every name they have or had; those too that were removed and may come back: all that may stand in texts. */
    Flux<Called> called(AssociationId association) {
        return ask("""
                select called, kind from capacity.partner, unnest(name || former_names) as called
                where association_id = :association order by id
                """, association)
                .map(row ->
                        new Called(row.get("called", String.class), PartnerType.valueOf(row.get("kind", String.class))))
                .all();
    }

    record Called(String name, PartnerType type) {}

    Mono<NamedPartner> find(AssociationId association, UUID id) {
        return ask(SELECT + " and id = :id and removed_at is null", association)
                .bind("id", id)
                .map(Partners::partner)
                .one();
    }

    /** One that was removed a short while ago; empty when it is gone for good, or was never removed. */
    Mono<NamedPartner> removed(AssociationId association, UUID id) {
        return ask(SELECT + " and id = :id and removed_at > :since", association)
                .bind("id", id)
                .bind("since", clock.instant().minus(UNDO))
                .map(Partners::partner)
                .one();
    }

    /** @return its id; empty when the list is full */
    Mono<UUID> add(AssociationId association, PartnerForm form) {
        UUID id = ids.next();
        return whereRoom(
                        association,
                        describe(database.sql("""
                                insert into capacity.partner (id, association_id, name, kind, reach, brings, exchange,
                                  rhythm, useful, created_at)
                                values (:id, :association, :name, :kind, :reach, :brings, :exchange, :rhythm, :useful, :now)
                                """), form)
                                .bind("id", id)
                                .bind("association", association.value())
                                .bind("now", clock.instant()))
                .map(done -> id);
    }

    /** @return whether it is there to be changed, and still the version that the change was made for */
    Mono<Boolean> change(AssociationId association, UUID id, PartnerForm form, int version) {
        return done(describe(database.sql("""
                update capacity.partner set
                  former_names = case when name = :name then former_names
                    else trim_array(name || former_names, greatest(cardinality(former_names) - 9, 0)) end,
                  name = :name, kind = :kind, reach = :reach, brings = :brings,
                  exchange = :exchange, rhythm = :rhythm, useful = :useful, version = version + 1
                where id = :id and association_id = :association and removed_at is null and version = :version
                """), form)
                .bind("id", id)
                .bind("association", association.value())
                .bind("version", version));
    }

    /** @return whether it is there to be weighed, and nobody else weighed it meanwhile */
    Mono<Boolean> weigh(AssociationId association, UUID id, Weighing weighing) {
        GenericExecuteSpec update = database.sql("""
                update capacity.partner set gain = :gain, cost_time = :time, cost_money = :money,
                  cost_dependence = :dependence, cost = :cost, decision = :decision, substitute = :substitute,
                  review_on = :review, weighed_version = weighed_version + 1
                where id = :id and association_id = :association and removed_at is null
                  and weighed_version = :version
                """)
                .bind("id", id)
                .bind("association", association.value())
                .bind("version", weighing.version())
                .bind("gain", weighing.gain())
                .bind("cost", weighing.cost())
                .bind("substitute", weighing.substitute());
        update = bind(update, "time", weighing.time());
        update = bind(update, "money", weighing.money());
        update = bind(update, "dependence", weighing.dependence());
        update = bind(update, "decision", weighing.decision());
        LocalDate review = weighing.reviewOn();
        return done(review == null ? update.bindNull("review", LocalDate.class) : update.bind("review", review));
    }

    /** @param language of whoever removes it */
    Mono<Boolean> remove(AssociationId association, UUID id, Language language) {
        return done(database.sql("""
                update capacity.partner set removed_at = :now, removed_in = :language
                where id = :id and association_id = :association and removed_at is null
                """)
                .bind("now", clock.instant())
                .bind("language", language.code())
                .bind("id", id)
                .bind("association", association.value()));
    }

    /** @return empty when there is no room any more, or it is gone for good */
    Mono<Boolean> bringBack(AssociationId association, UUID id) {
        return whereRoom(
                association,
                database.sql("""
                update capacity.partner set removed_at = null, removed_in = null
                where id = :id and association_id = :association and removed_at > :since
                """)
                        .bind("since", clock.instant().minus(UNDO))
                        .bind("id", id)
                        .bind("association", association.value()));
    }

    /** Keeps answers for pairs of this association's partners; a later answer replaces the former. */
    Mono<Void> answer(AssociationId association, Map<Pair, Pair.Answer> answers) {
        if (answers.isEmpty()) {
            return Mono.empty();
        }
        Pair[] pairs = answers.keySet().toArray(Pair[]::new);
        return database.sql("""
                insert into capacity.partner_tie (association_id, one, other, answer)
                select :association, least(one, other), greatest(one, other), answer
                from unnest(:ones, :others, :answers) as said (one, other, answer)
                order by 2, 3
                on conflict (one, other) do update set answer = excluded.answer
                """)
                .bind("association", association.value())
                .bind("ones", Arrays.stream(pairs).map(Pair::one).toArray(UUID[]::new))
                .bind("others", Arrays.stream(pairs).map(Pair::other).toArray(UUID[]::new))
                .bind(
                        "answers",
                        Arrays.stream(pairs)
                                .map(pair -> Objects.requireNonNull(answers.get(pair))
                                        .name())
                                .toArray(String[]::new))
                .then();
    }

    private Mono<Map<Pair, Pair.Answer>> answers(AssociationId association) {
        return ask("""
                select t.one, t.other, t.answer from capacity.partner_tie t
                join capacity.partner one on one.id = t.one and one.removed_at is null
                join capacity.partner other on other.id = t.other and other.removed_at is null
                where t.association_id = :association
                """, association)
                .map(row -> Map.entry(
                        new Pair(row.get("one", UUID.class), row.get("other", UUID.class)),
                        Pair.Answer.valueOf(row.get("answer", String.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private GenericExecuteSpec ask(String sql, AssociationId association) {
        return database.sql(sql).bind("association", association.value());
    }

    /** Two at once must not make one too many. */
    private Mono<Boolean> whereRoom(AssociationId association, GenericExecuteSpec statement) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('partners ' || :association, 0))")
                .bind("association", association.value().toString())
                .then()
                .then(ask(
                                "select count(*) from capacity.partner"
                                        + " where association_id = :association and removed_at is null",
                                association)
                        .map(row -> row.get(0, Long.class))
                        .one())
                .filter(count -> count < most)
                .flatMap(room -> done(statement))
                .filter(done -> done)
                .as(transaction::transactional);
    }

    private static Mono<Boolean> done(GenericExecuteSpec statement) {
        return statement.fetch().rowsUpdated().map(rows -> rows > 0);
    }

    private static GenericExecuteSpec describe(GenericExecuteSpec statement, PartnerForm form) {
        GenericExecuteSpec bound = statement
                .bind("name", form.nom())
                .bind("kind", form.checkedType().name())
                .bind("reach", form.checkedReach().name())
                .bind("brings", form.apporte().stream().map(Enum::name).sorted().toArray(String[]::new));
        bound = bind(bound, "exchange", form.exchange());
        bound = bind(bound, "rhythm", form.rhythm());
        return bind(bound, "useful", form.useful());
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec statement, String name, @Nullable Enum<?> value) {
        return value == null ? statement.bindNull(name, String.class) : statement.bind(name, value.name());
    }

    private static NamedPartner partner(Readable row) {
        return new NamedPartner(
                row.get("id", UUID.class),
                row.get("name", String.class),
                PartnerType.valueOf(row.get("kind", String.class)),
                Reach.valueOf(row.get("reach", String.class)),
                Arrays.stream(row.get("brings", String[].class))
                        .map(Contribution::valueOf)
                        .collect(Collectors.toSet()),
                word(row, "exchange", NamedPartner.Exchange::valueOf),
                word(row, "rhythm", NamedPartner.Rhythm::valueOf),
                word(row, "useful", NamedPartner.Useful::valueOf),
                new Weighing(
                        row.get("gain", String.class),
                        word(row, "cost_time", Weighing.Load::valueOf),
                        word(row, "cost_money", Weighing.Load::valueOf),
                        word(row, "cost_dependence", Weighing.Load::valueOf),
                        row.get("cost", String.class),
                        word(row, "decision", Weighing.Decision::valueOf),
                        row.get("substitute", String.class),
                        row.get("review_on", LocalDate.class),
                        row.get("weighed_version", Integer.class)),
                row.get("version", Integer.class));
    }

    private static <T> @Nullable T word(Readable row, String column, Function<String, T> known) {
        String value = row.get(column, String.class);
        return value == null ? null : known.apply(value);
    }
}
