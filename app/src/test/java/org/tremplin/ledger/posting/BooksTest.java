package org.tremplin.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.TestChanges;
import org.tremplin.TestClock;
import org.tremplin.TestDatabase;
import org.tremplin.ledger.Entry;
import org.tremplin.ledger.Posting;
import org.tremplin.platform.persistence.Ids;
import reactor.core.publisher.Flux;

/** The rules of the books, by the code and by the database itself. */
@Tag("postgres")
class BooksTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final DatabaseClient SQL = DATABASE.client();
    private static final TransactionalOperator TRANSACTION = TestDatabase.transaction(SQL);
    private static final SqlLedger LEDGER =
            new SqlLedger(SQL, TestChanges.of(DATABASE, SQL), new Ids(new TestClock()), new TestClock());
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID TWO = UUID.randomUUID();
    private static final String ENTRIES =
            "insert into ledger.entry (transaction_id, line_no, account, cents, currency, public_generosity) values ";
    private static final UUID[] CAMPAIGNS = {UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()};
    private static final UUID[] LINES = {null, UUID.randomUUID(), UUID.randomUUID()};

    /** A gift, and its fee once it is known. */
    record Move(long cents, long fee, int campaign, int line) {}

    @Property(tries = 25)
    void staysBalancedWhateverIsPosted(@ForAll @Size(min = 1, max = 80) List<@From("moves") Move> moves) {
        UUID association = UUID.randomUUID();
        List<List<Posting>> batches = batches(moves, association);
        Flux.fromIterable(batches)
                .flatMap(batch -> LEDGER.post(batch).as(TRANSACTION::transactional), 4)
                .then()
                .block();

        long received = moves.stream().mapToLong(Move::cents).sum();
        long fees = moves.stream().mapToLong(Move::fee).sum();
        assertThat(kept(association, "true")).isZero();
        assertThat(kept(association, "account = '5115'")).isEqualTo(received - fees);
        assertThat(kept(association, "account = '627'")).isEqualTo(fees);
        assertThat(number(
                        "select sum(received_cents)::bigint from ledger.campaign_total where association_id = :a",
                        association))
                .isEqualTo(received);
        assertThat(number(
                        "select sum(gifts)::bigint from ledger.campaign_total where association_id = :a", association))
                .isEqualTo(moves.size());
        assertThat(keptTotalsThatDifferFromTheirEntries(association)).isZero();
    }

    private static List<List<Posting>> batches(List<Move> moves, UUID association) {
        List<Posting> gifts = new ArrayList<>();
        List<Posting> fees = new ArrayList<>();
        for (Move move : moves) {
            gifts.add(posting(association, "settled", "5115", "75411", move.cents(), move));
            if (move.fee() > 0) {
                fees.add(posting(association, "fee", "627", "5115", move.fee(), move));
            }
        }
        List<List<Posting>> batches = new ArrayList<>();
        for (List<Posting> all : List.of(gifts, fees)) {
            for (int at = 0; at < all.size(); at += 7) {
                batches.add(all.subList(at, Math.min(at + 7, all.size())));
            }
        }
        return batches;
    }

    @Provide
    Arbitrary<Move> moves() {
        return Combinators.combine(
                        Arbitraries.longs().between(100, 10_000_000),
                        Arbitraries.longs().between(0, 99),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 2))
                .as(Move::new);
    }

    @Test
    void postsTheSameSourceAndPurposeOnce() {
        UUID association = UUID.randomUUID();
        Posting first = posting(association, "settled", "5115", "75411", 500, new Move(500, 0, 0, 0));
        post(List.of(first));
        Posting other = posting(association, "settled", "5115", "75411", 700, new Move(700, 0, 0, 0));
        assertThatThrownBy(() -> post(List.of(other, first))).isInstanceOf(DataIntegrityViolationException.class);
        assertThat(kept(association, "account = '5115'"))
                .as("nothing of the batch stays")
                .isEqualTo(500);
        Posting sameGift = new Posting(
                association,
                "FRAIS",
                first.occurredOn(),
                new Posting.Source("test", first.source().id(), "fee"),
                "fee",
                first.entries());
        post(List.of(sameGift));
    }

    @Test
    void refusesABatchInWhichOneTransactionIsUnbalanced() {
        assertThatThrownBy(() -> write(
                        Set.of(ONE, TWO),
                        "('%1$s', 1, '5115', 10, 'EUR'), ('%1$s', 2, '75411', -10, 'EUR'),"
                                + " ('%2$s', 1, '5115', 10, 'EUR'), ('%2$s', 2, '75411', -9, 'EUR')"))
                .hasMessageContaining("sum to zero");
    }

    @Test
    void refusesTransactionsThatBalanceOnlyTogetherOrOverCurrencies() {
        assertThatThrownBy(() ->
                        write(Set.of(ONE, TWO), "('%1$s', 1, '5115', 10, 'EUR'), ('%2$s', 1, '75411', -10, 'EUR')"))
                .hasMessageContaining("sum to zero");
        assertThatThrownBy(() -> write(Set.of(ONE), "('%1$s', 1, '5115', 10, 'EUR'), ('%1$s', 2, '75411', -10, 'CHF')"))
                .hasMessageContaining("sum to zero");
    }

    @Test
    void refusesATransactionWithoutEntries() {
        assertThatThrownBy(() -> run(transaction(ONE))).hasMessageContaining("with its entries");
        assertThatThrownBy(() ->
                        write(Set.of(ONE, TWO), "('%1$s', 1, '5115', 10, 'EUR'), ('%1$s', 2, '75411', -10, 'EUR')"))
                .as("beside one that has them")
                .hasMessageContaining("with its entries");
        String late = ENTRIES + "('%1$s', 1, '5115', 10, 'EUR', true), ('%1$s', 2, '75411', -10, 'EUR', true)";
        assertThatThrownBy(() -> run("begin; " + transaction(ONE) + "; " + late.formatted(ONE) + "; commit"))
                .as("not even when they follow")
                .hasMessageContaining("with its entries");
    }

    @Test
    void refusesEntriesWithoutATransaction() {
        String alone = ENTRIES + "('%1$s', 1, '5115', 10, 'EUR', true), ('%1$s', 2, '75411', -10, 'EUR', true)";
        assertThatThrownBy(() -> run(alone.formatted(ONE))).hasMessageContaining("foreign key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eur", "EU", "€", "E1R", ""})
    void refusesACurrencyThatIsNone(String currency) {
        assertThatThrownBy(() -> write(
                        Set.of(ONE),
                        "('%1$s', 1, '5115', 10, '" + currency + "'), ('%1$s', 2, '75411', -10, '" + currency + "')"))
                .hasMessageContaining("entry_currency_is_a_code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "51", "9115", "5115x", "gifts", "511511511"})
    void refusesAnAccountThatIsNoneOfTheChart(String account) {
        assertThatThrownBy(() -> write(
                        Set.of(ONE), "('%1$s', 1, '" + account + "', 10, 'EUR'), ('%1$s', 2, '75411', -10, 'EUR')"))
                .hasMessageContaining("entry_account_is_of_the_chart");
    }

    @Test
    void addsNothingToATransactionThatStands() {
        UUID association = UUID.randomUUID();
        post(List.of(posting(association, "settled", "5115", "75411", 500, new Move(500, 0, 0, 0))));
        String add = "insert into ledger.entry (transaction_id, line_no, account, cents, currency, public_generosity)"
                + " select id, line, '5115', cents, 'EUR', true from ledger.transaction,"
                + " (values (3, 10), (4, -10)) as more(line, cents) where association_id = '%s'".formatted(association);
        assertThatThrownBy(() -> run(add)).hasMessageContaining("written whole");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.entry set cents = cents + 1",
                "update ledger.transaction set label_code = 'x'",
                "delete from ledger.entry",
                "delete from ledger.transaction",
                "truncate ledger.entry",
                "truncate ledger.transaction cascade"
            })
    void isAppendOnly(String change) {
        post(List.of(posting(UUID.randomUUID(), "settled", "5115", "75411", 500, new Move(500, 0, 0, 0))));
        assertThatThrownBy(() -> run(change)).hasMessageContaining("append-only");
    }

    private static void post(List<Posting> postings) {
        LEDGER.post(postings).as(TRANSACTION::transactional).block();
    }

    private static Posting posting(
            UUID association, String purpose, String debit, String credit, long cents, Move move) {
        UUID campaign = CAMPAIGNS[move.campaign()];
        UUID line = LINES[move.line()];
        return new Posting(
                association,
                "DONS",
                LocalDate.of(2026, 11, 16),
                new Posting.Source("test", UUID.randomUUID(), purpose),
                "gift",
                List.of(
                        new Entry(debit, cents, "EUR", campaign, line, null, true),
                        new Entry(credit, -cents, "EUR", campaign, line, "P1.2.a", true)));
    }

    private static long kept(UUID association, String which) {
        return number(
                "select coalesce(sum(cents), 0)::bigint from ledger.total where association_id = :a and " + which,
                association);
    }

    /** What rebuild-totals would change. */
    private static long keptTotalsThatDifferFromTheirEntries(UUID association) {
        return number("""
                with entries as (
                  select campaign_id, budget_line_id, account, entry.currency, sum(cents)::bigint as cents,
                    count(*) filter (where cents > 0) as debits, count(*) filter (where cents < 0) as credits
                  from ledger.entry join ledger.transaction on id = transaction_id where association_id = :a
                  group by 1, 2, 3, 4),
                kept as (
                  select campaign_id, budget_line_id, account, currency, cents, debits, credits
                  from ledger.total where association_id = :a)
                select count(*) from (
                  (select * from entries except select * from kept)
                  union all (select * from kept except select * from entries)) as different
                """, association);
    }

    private static long number(String sql, UUID association) {
        return SQL.sql(sql)
                .bind("a", association)
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }

    /**
     * Writes transactions and entries by one statement.
     *
     * @param entries in which {@code %1$s} is the id of {@link #ONE} and {@code %2$s} that of {@link #TWO}
     */
    private static void write(Set<UUID> transactions, String entries) {
        String posted = transactions.stream()
                .sorted()
                .map(BooksTest::transaction)
                .collect(Collectors.joining("), t2 as (", "with t1 as (", ") "));
        run(posted + "insert into ledger.entry (transaction_id, line_no, account, cents, currency, public_generosity)"
                + " select id::uuid, line, account, cents, currency, true from (values "
                + entries.formatted(ONE, TWO) + ") as entry(id, line, account, cents, currency)");
    }

    private static String transaction(UUID id) {
        return "insert into ledger.transaction values ('%1$s', '%1$s', 'DONS', '2026-11-16', now(), 'test', '%1$s', 'x', 'gift')"
                .formatted(id);
    }

    private static void run(String sql) {
        try (Connection connection = DATABASE.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused.getMessage(), refused);
        }
    }
}
