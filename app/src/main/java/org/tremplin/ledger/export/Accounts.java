package org.tremplin.ledger.export;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.ledger.AccountingExport.ChartAccount;
import org.tremplin.platform.audit.Audit;
import reactor.core.publisher.Mono;

/** The chart of an association: what it said itself, and the names of the French chart for the rest. */
@Component
class Accounts {

    private final DatabaseClient database;
    private final Wording wording;
    private final Audit audit;
    private final TransactionalOperator transaction;

    Accounts(DatabaseClient database, Wording wording, Audit audit, TransactionalOperator transaction) {
        this.database = database;
        this.wording = wording;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Every account that this association's books use, by our number. */
    Mono<Map<String, ChartAccount>> all(UUID association) {
        return database.sql("""
                select used.account, chart.number, chart.label
                from (select distinct account from ledger.total where association_id = :association) used
                left join ledger.chart chart on chart.association_id = :association and chart.account = used.account
                """)
                .bind("association", association)
                .map(row -> {
                    String account = row.get("account", String.class);
                    String number = row.get("number", String.class);
                    return Map.entry(
                            account,
                            number == null
                                    ? wording.account(account)
                                    : new ChartAccount(number, row.get("label", String.class)));
                })
                .all()
                .collect(TreeMap::new, (all, one) -> all.put(one.getKey(), one.getValue()));
    }

    Mono<Void> rename(UUID association, Map<String, ChartAccount> accounts) {
        List<Map.Entry<String, ChartAccount>> rows = List.copyOf(accounts.entrySet());
        return database.sql("""
                insert into ledger.chart (association_id, account, number, label)
                select :association, account, number, label
                from unnest(:accounts, :numbers, :labels) as named(account, number, label)
                on conflict (association_id, account) do update set number = excluded.number, label = excluded.label
                """)
                .bind("association", association)
                .bind("accounts", rows.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .bind(
                        "numbers",
                        rows.stream().map(row -> row.getValue().number()).toArray(String[]::new))
                .bind("labels", rows.stream().map(row -> row.getValue().label()).toArray(String[]::new))
                .then()
                .then(audit.note("ledger.chart-changed", association, association))
                .as(transaction::transactional);
    }
}
