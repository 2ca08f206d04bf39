package org.tremplin.transparency.use;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.transparency.Expense;
import org.tremplin.transparency.ExpenseState;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of expenses and their parts. */
@Component
class Expenses {

    private static final String SELECT = """
            select id, association_id, kind, state, version, day, supplier, supplier_shown, purpose, paid, paid_on,
              over_reason, author, created_at, submitted_at, approver, decided_at, answer, replaces, reason, commitment,
              settles, forgotten
            from transparency.expense where\s""";

    private final DatabaseClient database;

    Expenses(DatabaseClient database) {
        this.database = database;
    }

    Mono<Expense> find(UUID association, UUID id) {
        return withParts(database.sql(SELECT + "association_id = :association and id = :id")
                        .bind("association", association)
                        .bind("id", id))
                .next();
    }

    /** Those of any association: for what only knows their ids. */
    Flux<Expense> findAll(List<UUID> ids) {
        return withParts(database.sql(SELECT + "id = any(:ids)").bind("ids", ids.toArray(UUID[]::new)));
    }

    /** Held until the caller's transaction ends, in key order. */
    Flux<Expense> lock(UUID association, UUID... ids) {
        return withParts(
                database.sql(SELECT + "association_id = :association and id = any(:ids) order by id for update")
                        .bind("association", association)
                        .bind("ids", Arrays.stream(ids).distinct().toArray(UUID[]::new)));
    }

    /** The newest first, before this one. */
    Flux<Expense> before(UUID association, UUID id, int most) {
        return withParts(
                database.sql(SELECT + "association_id = :association and id < :before order by id desc limit :most")
                        .bind("association", association)
                        .bind("before", id)
                        .bind("most", most));
    }

    /** The oldest first. */
    Flux<Expense> waiting(UUID association, int most) {
        return withParts(database.sql(SELECT
                        + "association_id = :association and state = 'SUBMITTED' order by submitted_at, id limit :most")
                .bind("association", association)
                .bind("most", most));
    }

    /** What corrects it and was not refused. */
    Mono<Expense> correctionOf(UUID association, UUID id) {
        return withParts(
                        database.sql(SELECT + "association_id = :association and replaces = :id and state <> 'REFUSED'")
                                .bind("association", association)
                                .bind("id", id))
                .next();
    }

    /** Commitments that may still be spent. */
    Flux<Expense> openCommitments(UUID association, int most) {
        return withParts(
                database.sql(SELECT + """
                association_id = :association and kind = 'COMMITMENT' and state = 'APPROVED'
                  and exists (select from transparency.expense_part part where part.expense = expense.id)
                  and not exists (select from transparency.expense spent where spent.commitment = expense.id
                    and spent.state in ('APPROVED', 'PAID') and spent.settles)
                order by id desc limit :most
                """).bind("association", association).bind("most", most));
    }

    Mono<Expense> insert(Expense expense) {
        Expense.Invoice invoice = expense.invoice();
        return written(
                        database.sql("""
                insert into transparency.expense (id, association_id, kind, state, version, day, currency, supplier,
                  supplier_shown, purpose, paid, paid_on, over_reason, author, created_at, answer, replaces, reason,
                  commitment, settles)
                values (:id, :association, :kind, :state, :version, :day, :currency, :supplier, :shown, :purpose, :paid,
                  :paidOn, :over, :author, :created, '', :replaces, :reason, :commitment, :settles)
                """)
                                .bind("association", expense.association())
                                .bind("kind", expense.kind().name())
                                .bind("state", expense.state().name())
                                .bind("currency", ExpensePostings.CURRENCY)
                                .bind("author", expense.author())
                                .bind("created", expense.createdAt()),
                        expense)
                .then(insertParts(expense.id(), invoice.parts()))
                .thenReturn(expense);
    }

    /** Content and version of a draft. */
    Mono<Expense> rewrite(Expense expense) {
        return written(database.sql("""
                update transparency.expense set version = :version, day = :day, supplier = :supplier,
                  supplier_shown = :shown, purpose = :purpose, paid = :paid, paid_on = :paidOn, over_reason = :over,
                  reason = :reason, replaces = :replaces, commitment = :commitment, settles = :settles
                where id = :id
                """), expense)
                .then(database.sql("delete from transparency.expense_part where expense = :id")
                        .bind("id", expense.id())
                        .then())
                .then(insertParts(expense.id(), expense.invoice().parts()))
                .thenReturn(expense);
    }

    /** Where it stands, who decided, how it is paid. */
    Mono<Expense> move(Expense expense) {
        var update = database.sql("""
                update transparency.expense set state = :state, submitted_at = :submitted, approver = :approver,
                  decided_at = :decided, answer = :answer, paid = :paid, paid_on = :paidOn
                where id = :id
                """)
                .bind("id", expense.id())
                .bind("state", expense.state().name())
                .bind("answer", expense.answer())
                .bind("paid", expense.invoice().paid().name());
        update = bind(update, "submitted", expense.submittedAt(), Instant.class);
        update = bind(update, "approver", expense.approver(), UUID.class);
        update = bind(update, "decided", expense.decidedAt(), Instant.class);
        return bind(update, "paidOn", expense.invoice().paidOn(), LocalDate.class)
                .then()
                .thenReturn(expense);
    }

    /** Until the caller's transaction ends. */
    Mono<Void> lockConsumers(UUID commitment) {
        return database.sql("select id from transparency.expense where commitment = :commitment order by id for update")
                .bind("commitment", commitment)
                .then();
    }

    /** What consumed the former commitment consumes the one that took its place. */
    Mono<Void> consume(UUID commitment, UUID former) {
        return database.sql("update transparency.expense set commitment = :commitment where commitment = :former")
                .bind("commitment", commitment)
                .bind("former", former)
                .then();
    }

    /**
     * Cents by line that are left of a commitment: what an expense on it frees. Nothing once an expense settled it.
     *
     * @param ofGifts the side that pays
     */
    Mono<Map<UUID, Long>> remaining(UUID association, UUID commitment, boolean ofGifts) {
        return database.sql("""
                select promised.budget_line,
                  greatest(0, sum(promised.cents) - coalesce((
                    select sum(part.cents) from transparency.expense spent
                    join transparency.expense_part part on part.expense = spent.id
                    where spent.commitment = :id and spent.state in ('APPROVED', 'PAID')
                      and part.budget_line = promised.budget_line), 0))::bigint as cents
                from transparency.expense quote join transparency.expense_part promised on promised.expense = quote.id
                where quote.id = :id and quote.association_id = :association and promised.public_generosity = :gifts
                  and not exists (select from transparency.expense spent where spent.commitment = quote.id
                    and spent.settles and spent.state in ('APPROVED', 'PAID'))
                group by promised.budget_line
                """)
                .bind("id", commitment)
                .bind("association", association)
                .bind("gifts", ofGifts)
                .map(row -> Map.entry(row.get("budget_line", UUID.class), row.get("cents", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Mono<Long> delete(UUID association, UUID id, UUID author) {
        return database.sql("""
                delete from transparency.expense
                where association_id = :association and id = :id and author = :author and state = 'DRAFT'
                """)
                .bind("author", author)
                .bind("association", association)
                .bind("id", id)
                .fetch()
                .rowsUpdated();
    }

    private static Mono<Void> written(DatabaseClient.GenericExecuteSpec statement, Expense expense) {
        Expense.Invoice invoice = expense.invoice();
        var bound = statement
                .bind("id", expense.id())
                .bind("version", expense.version())
                .bind("day", invoice.day())
                .bind("supplier", invoice.supplier())
                .bind("shown", invoice.supplierShown())
                .bind("purpose", invoice.purpose())
                .bind("paid", invoice.paid().name())
                .bind("over", invoice.overReason())
                .bind("reason", expense.reason())
                .bind("settles", invoice.settles());
        bound = bind(bound, "paidOn", invoice.paidOn(), LocalDate.class);
        bound = bind(bound, "replaces", expense.replaces(), UUID.class);
        return bind(bound, "commitment", invoice.commitment(), UUID.class).then();
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec statement, String name, @Nullable Object value, Class<?> type) {
        return value == null ? statement.bindNull(name, type) : statement.bind(name, value);
    }

    private Mono<Void> insertParts(UUID expense, List<Expense.Part> parts) {
        if (parts.isEmpty()) {
            return Mono.empty();
        }
        return database.sql("""
                insert into transparency.expense_part
                  (expense, position, campaign, budget_line, cents, account, crod, public_generosity)
                select :expense, position, campaign, line, cents, account, crod, generosity
                from unnest(:positions, :campaigns, :lines, :cents, :accounts, :crods, :generosity)
                  as part(position, campaign, line, cents, account, crod, generosity)
                """)
                .bind("expense", expense)
                .bind(
                        "positions",
                        IntStream.rangeClosed(1, parts.size()).boxed().toArray(Integer[]::new))
                .bind("campaigns", parts.stream().map(Expense.Part::campaign).toArray(UUID[]::new))
                .bind("lines", parts.stream().map(Expense.Part::line).toArray(UUID[]::new))
                .bind("cents", parts.stream().map(Expense.Part::cents).toArray(Long[]::new))
                .bind("accounts", parts.stream().map(Expense.Part::account).toArray(String[]::new))
                .bind("crods", parts.stream().map(Expense.Part::crod).toArray(String[]::new))
                .bind(
                        "generosity",
                        parts.stream().map(Expense.Part::publicGenerosity).toArray(Boolean[]::new))
                .then();
    }

    private Flux<Expense> withParts(DatabaseClient.GenericExecuteSpec select) {
        return select.map(Expenses::expense)
                .all()
                .collectList()
                .flatMapMany(found -> found.isEmpty()
                        ? Flux.empty()
                        : parts(found)
                                .flatMapIterable(parts -> found.stream()
                                        .map(one -> one.with(parts.getOrDefault(one.id(), List.of())))
                                        .toList()));
    }

    private Mono<Map<UUID, List<Expense.Part>>> parts(List<Expense> expenses) {
        return database.sql("""
                select expense, campaign, budget_line, cents, account, crod, public_generosity
                from transparency.expense_part where expense = any(:ids) order by expense, position
                """)
                .bind("ids", expenses.stream().map(Expense::id).toArray(UUID[]::new))
                .map(row -> Map.entry(
                        row.get("expense", UUID.class),
                        new Expense.Part(
                                row.get("campaign", UUID.class),
                                row.get("budget_line", UUID.class),
                                row.get("cents", Long.class),
                                row.get("account", String.class),
                                row.get("crod", String.class),
                                row.get("public_generosity", Boolean.class))))
                .all()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Expense expense(Readable row) {
        return new Expense(
                row.get("id", UUID.class),
                row.get("association_id", UUID.class),
                Expense.Kind.valueOf(row.get("kind", String.class)),
                ExpenseState.valueOf(row.get("state", String.class)),
                row.get("version", Integer.class),
                new Expense.Invoice(
                        row.get("day", LocalDate.class),
                        row.get("supplier", String.class),
                        row.get("supplier_shown", Boolean.class),
                        row.get("purpose", String.class),
                        Expense.Paid.valueOf(row.get("paid", String.class)),
                        row.get("paid_on", LocalDate.class),
                        row.get("over_reason", String.class),
                        row.get("commitment", UUID.class),
                        row.get("settles", Boolean.class),
                        List.of()),
                row.get("author", UUID.class),
                row.get("created_at", Instant.class),
                row.get("submitted_at", Instant.class),
                row.get("approver", UUID.class),
                row.get("decided_at", Instant.class),
                row.get("answer", String.class),
                row.get("replaces", UUID.class),
                row.get("reason", String.class),
                row.get("forgotten", Boolean.class));
    }
}
