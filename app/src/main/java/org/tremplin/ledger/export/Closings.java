package org.tremplin.ledger.export;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.ledger.AccountingExport.ChartAccount;
import org.tremplin.ledger.AccountingExport.Month;
import org.tremplin.platform.audit.Audit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Months, and what they were closed with. */
@Component
class Closings {

    private static final int MOST_MONTHS = 120;
    private static final TypeReference<Map<String, ChartAccount>> CHART = new TypeReference<>() {};

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Accounts accounts;
    private final JsonMapper json;
    private final Audit audit;
    private final Clock clock;

    Closings(
            DatabaseClient database,
            TransactionalOperator transaction,
            Accounts accounts,
            JsonMapper json,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.accounts = accounts;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /** How far the books are closed. */
    Mono<Closed> closed(UUID association) {
        return database.sql(
                        "select last_number, closed_through from ledger.counter where association_id = :association")
                .bind("association", association)
                .map(row -> new Closed(
                        row.get("last_number", Long.class), month(row.get("closed_through", LocalDate.class))))
                .one()
                .defaultIfEmpty(new Closed(0, null));
    }

    Flux<Month> months(UUID association, Closed closed) {
        return database.sql("""
                select booked.month, bool_and(booked.closed) as closed, sum(booked.transactions)::bigint as transactions
                from (
                  select date_trunc('month', booked_on)::date as month, true as closed, count(*) as transactions
                  from ledger.numbered where association_id = :association group by 1
                  union all
                  select date_trunc('month', greatest(t.occurred_on, :open))::date, false, count(*)
                  from ledger.transaction t
                  where t.association_id = :association
                    and not exists (select from ledger.numbered n where n.transaction_id = t.id)
                  group by 1) booked
                group by booked.month order by booked.month desc limit :most
                """)
                .bind("association", association)
                .bind("open", closed.firstOpenDay())
                .bind("most", MOST_MONTHS)
                .map(row -> new Month(
                        YearMonth.from(row.get("month", LocalDate.class)),
                        Boolean.TRUE.equals(row.get("closed", Boolean.class)),
                        row.get("transactions", Long.class)))
                .all();
    }

    /** The charts of closed months, by the month through which each was closed. */
    Mono<TreeMap<YearMonth, Map<String, ChartAccount>>> charts(UUID association) {
        return database.sql(
                        "select month, accounts::text as accounts from ledger.closing where association_id = :association")
                .bind("association", association)
                .map(row -> Map.entry(
                        YearMonth.from(row.get("month", LocalDate.class)),
                        json.readValue(row.get("accounts", String.class), CHART)))
                .all()
                .collect(TreeMap::new, (charts, one) -> charts.put(one.getKey(), one.getValue()));
    }

    /** Numbers all that is booked until the end of that month; who else closes meanwhile waits for it. */
    Mono<Boolean> close(UUID association, YearMonth month, LocalDate today) {
        return hold(association)
                .flatMap(before -> !month.atEndOfMonth().isBefore(today) || !before.isOpen(month)
                        ? Mono.just(false)
                        // one that nothing was booked in too: what comes late must not change what was handed in
                        : number(association, month, before)
                                .flatMap(numbered -> keep(association, month, today, before.lastNumber() + numbered)
                                        .thenReturn(true)))
                .as(transaction::transactional);
    }

    private Mono<Closed> hold(UUID association) {
        return database.sql("insert into ledger.counter (association_id, last_number) values (:association, 0)"
                        + " on conflict do nothing")
                .bind("association", association)
                .then()
                .then(database.sql("select from ledger.counter where association_id = :association for update")
                        .bind("association", association)
                        .then())
                .then(Mono.defer(() -> closed(association)));
    }

    private Mono<Long> number(UUID association, YearMonth month, Closed before) {
        return database.sql("""
                insert into ledger.numbered (transaction_id, association_id, number, booked_on)
                select t.id, t.association_id, :last + row_number() over (order by t.occurred_on, t.id),
                  greatest(t.occurred_on, :open)
                from ledger.transaction t
                where t.association_id = :association and t.occurred_on <= :end
                  and not exists (select from ledger.numbered n where n.transaction_id = t.id)
                """)
                .bind("association", association)
                .bind("last", before.lastNumber())
                .bind("open", before.firstOpenDay())
                .bind("end", month.atEndOfMonth())
                .fetch()
                .rowsUpdated();
    }

    private Mono<Void> keep(UUID association, YearMonth month, LocalDate today, long last) {
        Mono<Void> counter = database.sql("""
                update ledger.counter set last_number = :last, closed_through = :through where association_id = :association
                """)
                .bind("association", association)
                .bind("last", last)
                .bind("through", month.atDay(1))
                .then();
        return accounts.all(association)
                .flatMap(chart -> database.sql("""
                        insert into ledger.closing (association_id, month, closed_at, closed_on, accounts)
                        values (:association, :month, :at, :on, :accounts::jsonb)
                        """)
                        .bind("association", association)
                        .bind("month", month.atDay(1))
                        .bind("at", clock.instant())
                        .bind("on", today)
                        .bind("accounts", json.writeValueAsString(chart))
                        .then())
                .then(counter)
                .then(audit.note("ledger.month-closed", association, month));
    }

    private static @Nullable YearMonth month(@Nullable LocalDate day) {
        return day == null ? null : YearMonth.from(day);
    }

    /**
     * @param lastNumber given so far, 0 for none
     * @param through the last closed month, none when none is
     */
    record Closed(long lastNumber, @Nullable YearMonth through) {

        LocalDate firstOpenDay() {
            return through == null ? LocalDate.EPOCH : through.plusMonths(1).atDay(1);
        }

        boolean isOpen(YearMonth month) {
            return through == null || month.isAfter(through);
        }
    }
}
