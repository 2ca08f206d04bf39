package org.tremplin.ledger.balance;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Totals counted from the entries, beside those that are kept; gifts by the label, as {@code Posting.gifts} does. */
final class Recount {

    static final String DIFFERENT = """
            select association_id, campaign_id, budget_line_id, account, currency,
                   sum(counted_cents)::bigint as counted_cents, sum(kept_cents)::bigint as kept_cents,
                   sum(counted_debits)::bigint as counted_debits, sum(counted_credits)::bigint as counted_credits,
                   sum(counted_gifts)::bigint as counted_gifts
            from (
              select association_id, campaign_id, budget_line_id, account, currency,
                     cents as counted_cents, (cents > 0)::int as counted_debits, (cents < 0)::int as counted_credits,
                     case when account not like '754%' then 0 when label_code in ('gift', 'gift-back') then 1
                       when label_code = 'gift-gone' then -1 else 0 end as counted_gifts,
                     0 as kept_cents, 0 as kept_debits, 0 as kept_credits, 0 as kept_gifts
              from ledger.entry join ledger.transaction on transaction.id = entry.transaction_id
              union all
              select association_id, campaign_id, budget_line_id, account, currency, 0, 0, 0, 0, cents, debits, credits, gifts
              from ledger.total) both_sides
            group by association_id, campaign_id, budget_line_id, account, currency
            having sum(counted_cents) <> sum(kept_cents) or sum(counted_debits) <> sum(kept_debits)
              or sum(counted_credits) <> sum(kept_credits) or sum(counted_gifts) <> sum(kept_gifts)
            """;

    private Recount() {}

    static long different(Connection database) throws SQLException {
        return number(database, "select count(*) from (" + DIFFERENT + ") different");
    }

    static long entries(Connection database) throws SQLException {
        return number(database, "select count(*) from ledger.entry");
    }

    /** Transactions that do not sum to zero, lack a line, or have none. */
    static long unbalanced(Connection database) throws SQLException {
        return number(database, """
                select count(*) from (
                  select transaction.id
                  from ledger.transaction left join ledger.entry on entry.transaction_id = transaction.id
                  group by transaction.id
                  having count(entry.line_no) < 2 or min(entry.line_no) <> 1 or max(entry.line_no) <> count(*)
                  union
                  select transaction_id from ledger.entry group by transaction_id, currency having sum(cents) <> 0) wrong
                """);
    }

    /** Waits for posting that is under way and holds later posting off until the caller's transaction ends. */
    static void hold(Connection database) throws SQLException {
        execute(database, "lock table ledger.total in share row exclusive mode");
    }

    /** The rows that differ, one sentence each: accounts and sums, no name. */
    static List<Object[]> list(Connection database) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(DIFFERENT + " order by 1, 2, 3, 4, 5")) {
            while (row.next()) {
                rows.add(new Object[] {
                    row.getString("account"),
                    String.valueOf(row.getString("campaign_id")),
                    row.getLong("kept_cents"),
                    row.getLong("counted_cents"),
                    row.getString("currency")
                });
            }
        }
        return rows;
    }

    static void write(Connection database, Instant now) throws SQLException {
        try (var statement = database.prepareStatement("""
                with different as ({different}),
                gone as (
                  delete from ledger.total kept using different
                  where kept.association_id = different.association_id and kept.account = different.account
                    and kept.currency = different.currency
                    and kept.campaign_id is not distinct from different.campaign_id
                    and kept.budget_line_id is not distinct from different.budget_line_id
                    and different.counted_debits + different.counted_credits = 0)
                insert into ledger.total (association_id, campaign_id, budget_line_id, account, currency, cents, debits,
                  credits, gifts, updated_at)
                select association_id, campaign_id, budget_line_id, account, currency, counted_cents, counted_debits,
                  counted_credits, counted_gifts, ?
                from different where counted_debits + counted_credits > 0
                on conflict on constraint total_is_kept_once do update set
                  cents = excluded.cents, debits = excluded.debits, credits = excluded.credits,
                  gifts = excluded.gifts, updated_at = excluded.updated_at
                """.replace("{different}", DIFFERENT))) {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.executeUpdate();
        }
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
