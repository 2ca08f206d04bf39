package org.tremplin.ledger.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tremplin.TestDatabase;
import org.tremplin.platform.command.CommandStart;
import org.tremplin.platform.command.Finding;

@Tag("postgres")
class RebuildTotalsTest {

    private static final String TOTALS =
            "select string_agg(row(association_id, campaign_id, account, currency, cents, debits, credits, gifts)::text, ';'"
                    + " order by account, campaign_id) from ledger.total";

    private final TestDatabase database = TestDatabase.fresh();

    @BeforeEach
    void post() throws SQLException {
        execute("""
                with posted as (
                  insert into ledger.transaction (id, association_id, journal, occurred_on, recorded_at, source_kind,
                    source_id, purpose, label_code)
                  select ('00000000-0000-7000-8000-00000000000' || n)::uuid, '00000000-0000-7000-8000-0000000000aa',
                    'DONS', '2026-01-01', now(), 'test', gen_random_uuid(), 'settled', 'gift'
                  from generate_series(1, 3) n)
                insert into ledger.entry (transaction_id, line_no, account, cents, currency, campaign_id, public_generosity)
                select ('00000000-0000-7000-8000-00000000000' || n)::uuid, line, (array['5115', '75411'])[line],
                  (array[100, -100])[line] * n, 'EUR', (array[null, '00000000-0000-7000-8000-0000000000bb'])[line]::uuid,
                  true
                from generate_series(1, 3) n, generate_series(1, 2) line
                """);
    }

    @AfterEach
    void drop() {
        database.drop();
    }

    @Test
    void countsTheTotalsFromTheEntries() throws Exception {
        assertThat(worst()).isEqualTo(Finding.Level.BAD);
        assertThat(rebuild()).isZero();
        assertThat(text(TOTALS)).contains("5115,EUR,600,3,0,0").contains("75411,EUR,-600,0,3,3");
        assertThat(worst()).isEqualTo(Finding.Level.GOOD);
    }

    @Test
    void correctsWhatDiffersAndRemovesWhatHasNoEntries() throws Exception {
        rebuild();
        String right = text(TOTALS);
        execute("update ledger.total set cents = cents + 1 where account = '5115'");
        execute("update ledger.total set credits = 7, gifts = 9 where account = '75411'");
        execute("insert into ledger.total values (gen_random_uuid(), null, null, '627', 'EUR', 5, 1, 0, now())");
        assertThat(worst()).isEqualTo(Finding.Level.BAD);

        assertThat(rebuild()).isZero();

        assertThat(text(TOTALS)).isEqualTo(right);
        assertThat(rebuild()).isZero();
        assertThat(text(TOTALS)).isEqualTo(right);
    }

    private int rebuild() throws Exception {
        return CommandStart.onSettings(
                "rebuild-totals",
                "--spring.r2dbc.url=" + database.r2dbcUrl(),
                "--spring.r2dbc.username=" + TestDatabase.user(),
                "--spring.r2dbc.password=" + TestDatabase.password());
    }

    private Finding.Level worst() throws SQLException {
        try (Connection connection = database.connect()) {
            return new BooksCheck()
                    .look(connection).stream()
                            .map(Finding::level)
                            .max(java.util.Comparator.naturalOrder())
                            .orElseThrow();
        }
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
