package org.tremplin.ledger.balance;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.tremplin.ledger.Books;
import org.tremplin.ledger.LineBalance;
import org.tremplin.platform.alarm.Alarms;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sums of entries, and whether the kept totals agree with them: the alarm closes when they do again. */
@Component
class ComparedBooks implements Books {

    private final DatabaseClient database;
    private final Alarms alarms;

    ComparedBooks(DatabaseClient database, Alarms alarms) {
        this.database = database;
        this.alarms = alarms;
    }

    @Override
    public Mono<Set<UUID>> posted(String kind, String purpose, Collection<UUID> sources) {
        return sources.isEmpty()
                ? Mono.just(Set.of())
                : database.sql("""
                        select source_id from ledger.transaction
                        where source_kind = :kind and purpose = :purpose and source_id = any(:sources)
                        """)
                        .bind("kind", kind)
                        .bind("purpose", purpose)
                        .bind("sources", sources.toArray(UUID[]::new))
                        .map(row -> row.get("source_id", UUID.class))
                        .all()
                        .collect(Collectors.toSet());
    }

    @Override
    public Mono<Long> balance(String account, String currency) {
        return database.sql("""
                select coalesce(sum(cents), 0)::bigint as cents from ledger.total
                where account = :account and currency = :currency
                """)
                .bind("account", account)
                .bind("currency", currency)
                .map(row -> row.get("cents", Long.class))
                .one();
    }

    @Override
    public Flux<LineBalance> lines(Collection<UUID> campaigns, String currency) {
        return campaigns.isEmpty()
                ? Flux.empty()
                : database.sql("""
                        select campaign_id, budget_line_id, received, spent, coalesce(elsewhere, 0)::bigint as elsewhere
                        from (
                          select campaign_id, budget_line_id,
                            coalesce(-sum(cents) filter (where account like '754%'), 0)::bigint as received,
                            coalesce(sum(cents) filter (where account like '6%'), 0)::bigint as spent
                          from ledger.total where campaign_id = any(:campaigns) and currency = :currency
                          group by campaign_id, budget_line_id) kept
                        left join (
                          select campaign_id, budget_line_id, sum(cents) as elsewhere
                          from ledger.entry
                          where campaign_id = any(:campaigns) and currency = :currency and not public_generosity
                            and account >= '6' and account < '7' -- a range of the index: gifts are passed over
                          group by campaign_id, budget_line_id) other using (campaign_id, budget_line_id)
                        where received <> 0 or spent <> 0 or elsewhere <> 0
                        """)
                        .bind("campaigns", campaigns.toArray(UUID[]::new))
                        .bind("currency", currency)
                        .map(row -> new LineBalance(
                                row.get("campaign_id", UUID.class),
                                row.get("budget_line_id", UUID.class),
                                row.get("received", Long.class),
                                row.get("spent", Long.class),
                                row.get("elsewhere", Long.class)))
                        .all();
    }

    @Override
    public Mono<Long> compareTotals() {
        return database.sql("select count(*) as different from (" + Recount.DIFFERENT + ") different")
                .map(row -> row.get("different", Long.class))
                .one()
                .flatMap(different -> different == 0
                        ? alarms.close("ledger.totals_differ", "totals").thenReturn(different)
                        : alarms.raise(
                                        "ledger.totals_differ",
                                        "totals",
                                        "%d kept totals are not the sums of their entries".formatted(different),
                                        "Run rebuild-totals, and tell the project: pages showed wrong sums")
                                .thenReturn(different));
    }
}
