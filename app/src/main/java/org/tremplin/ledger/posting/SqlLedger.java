package org.tremplin.ledger.posting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.ledger.Account;
import org.tremplin.ledger.Entry;
import org.tremplin.ledger.Ledger;
import org.tremplin.ledger.Posting;
import org.tremplin.platform.event.Changes;
import org.tremplin.platform.persistence.Ids;
import reactor.core.publisher.Mono;

/** Posts a batch in three statements: transactions with their entries, kept totals, word of it to every instance. */
@Component
class SqlLedger implements Ledger {

    private final DatabaseClient database;
    private final Changes changes;
    private final Ids ids;
    private final Clock clock;

    SqlLedger(DatabaseClient database, Changes changes, Ids ids, Clock clock) {
        this.database = database;
        this.changes = changes;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Mono<Void> post(List<Posting> postings) {
        if (postings.isEmpty()) {
            return Mono.empty();
        }
        List<Row> rows = new ArrayList<>();
        UUID[] transactionIds = new UUID[postings.size()];
        for (int i = 0; i < transactionIds.length; i++) {
            transactionIds[i] = ids.next();
            Posting posting = postings.get(i);
            for (int line = 0; line < posting.entries().size(); line++) {
                rows.add(new Row(
                        transactionIds[i],
                        line + 1,
                        posting.association(),
                        posting.entries().get(line),
                        gifts(posting, line)));
            }
        }
        Instant now = clock.instant();
        return insert(postings, transactionIds, rows, now)
                .then(keepTotals(rows, now))
                .then(changes.tell(campaigns(rows)));
    }

    /** One statement, because the database refuses a transaction that comes without its entries. */
    private Mono<Void> insert(List<Posting> postings, UUID[] transactionIds, List<Row> rows, Instant now) {
        return bindEntries(rows, """
                with posted as (
                  insert into ledger.transaction
                    (id, association_id, journal, occurred_on, recorded_at, source_kind, source_id, purpose, label_code)
                  select id, association, journal, occurred_on, :now, source_kind, source_id, purpose, label
                  from unnest(:ids, :associations, :journals, :days, :kinds, :sources, :purposes, :labels)
                    as posting(id, association, journal, occurred_on, source_kind, source_id, purpose, label))
                insert into ledger.entry (transaction_id, line_no, account, cents, currency, campaign_id, budget_line_id,
                  crod, public_generosity)
                select transaction_id, line_no, account, cents, currency, campaign, line, crod, generosity
                from unnest(:transactions, :lineNos, :accounts, :cents, :currencies, :campaigns, :lines, :crods, :generosity)
                  as entry(transaction_id, line_no, account, cents, currency, campaign, line, crod, generosity)
                """)
                .bind("now", now)
                .bind("ids", transactionIds)
                .bind("associations", column(postings, Posting::association, UUID[]::new))
                .bind("journals", column(postings, Posting::journal, String[]::new))
                .bind("days", column(postings, Posting::occurredOn, LocalDate[]::new))
                .bind("kinds", column(postings, posting -> posting.source().kind(), String[]::new))
                .bind("sources", column(postings, posting -> posting.source().id(), UUID[]::new))
                .bind("purposes", column(postings, posting -> posting.source().purpose(), String[]::new))
                .bind("labels", column(postings, Posting::label, String[]::new))
                .bind("transactions", column(rows, Row::transaction, UUID[]::new))
                .bind("lineNos", column(rows, Row::lineNo, Integer[]::new))
                .bind("crods", column(rows, row -> row.entry().crod(), String[]::new))
                .bind("generosity", column(rows, row -> row.entry().publicGenerosity(), Boolean[]::new))
                .then();
    }

    /** Rows are taken in key order, so that two batches never wait for each other in a circle. */
    private Mono<Void> keepTotals(List<Row> rows, Instant now) {
        return bindEntries(rows, """
                insert into ledger.total as kept
                  (association_id, campaign_id, budget_line_id, account, currency, cents, debits, credits, gifts, updated_at)
                select association, campaign, line, account, currency, sum(cents)::bigint,
                  count(*) filter (where cents > 0), count(*) filter (where cents < 0), sum(gifts)::bigint, :now
                from unnest(:associations, :accounts, :cents, :currencies, :campaigns, :lines, :gifts)
                  as entry(association, account, cents, currency, campaign, line, gifts)
                group by association, campaign, line, account, currency
                order by association, campaign, line, account, currency
                on conflict on constraint total_is_kept_once do update set
                  cents = kept.cents + excluded.cents, debits = kept.debits + excluded.debits,
                  credits = kept.credits + excluded.credits,
                  gifts = kept.gifts + excluded.gifts, updated_at = excluded.updated_at
                """)
                .bind("associations", column(rows, Row::association, UUID[]::new))
                .bind("gifts", column(rows, Row::gifts, Integer[]::new))
                .bind("now", now)
                .then();
    }

    private static List<UUID> campaigns(List<Row> rows) {
        return rows.stream()
                .map(row -> row.entry().campaign())
                .filter(Objects::nonNull)
                .toList();
    }

    /** A gift is counted where it is income. */
    private static int gifts(Posting posting, int line) {
        return posting.entries().get(line).account().startsWith(Account.GENEROSITY) ? posting.gifts() : 0;
    }

    private DatabaseClient.GenericExecuteSpec bindEntries(List<Row> rows, String sql) {
        return database.sql(sql)
                .bind("accounts", column(rows, row -> row.entry().account(), String[]::new))
                .bind("cents", column(rows, row -> row.entry().cents(), Long[]::new))
                .bind("currencies", column(rows, row -> row.entry().currency(), String[]::new))
                .bind("campaigns", column(rows, row -> row.entry().campaign(), UUID[]::new))
                .bind("lines", column(rows, row -> row.entry().budgetLine(), UUID[]::new));
    }

    private static <T, C> C[] column(List<T> rows, Function<T, @Nullable C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private record Row(UUID transaction, int lineNo, UUID association, Entry entry, int gifts) {}
}
