package org.tremplin.ledger.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tremplin.TestApplication;
import org.tremplin.ledger.AccountingExport;
import org.tremplin.ledger.AccountingExport.ChartAccount;
import org.tremplin.ledger.AccountingExport.Span;
import org.tremplin.ledger.Entry;
import org.tremplin.ledger.Ledger;
import org.tremplin.ledger.Posting;

/** The books as the accountant takes them. */
@TestApplication
@Tag("postgres")
class ExportedBooksTest {

    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 4);

    @Autowired
    AccountingExport books;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    DatabaseClient database;

    private final UUID association = UUID.randomUUID();

    @Test
    void writesTheEighteenColumnsOfTheFec() {
        post(LocalDate.of(2026, 3, 9), 5_000);
        List<String[]> lines = fec(MARCH, MARCH);
        assertThat(lines.get(0))
                .containsExactly(
                        "JournalCode",
                        "JournalLib",
                        "EcritureNum",
                        "EcritureDate",
                        "CompteNum",
                        "CompteLib",
                        "CompAuxNum",
                        "CompAuxLib",
                        "PieceRef",
                        "PieceDate",
                        "EcritureLib",
                        "Debit",
                        "Credit",
                        "EcritureLet",
                        "DateLet",
                        "ValidDate",
                        "Montantdevise",
                        "Idevise");
        assertThat(lines.get(1)).contains("DONS", "1", "20260309", "5115", "Paiements par carte à encaisser", "50,00");
        assertThat(lines.get(2)).contains("75411", "Dons manuels", "Don");
        assertThat(lines).hasSize(3).allMatch(line -> line.length == 18);
    }

    @Test
    void leavesAClosedMonthAsItWasWhateverComesLater() {
        post(LocalDate.of(2026, 3, 9), 5_000);
        post(LocalDate.of(2026, 3, 11), 700);
        assertThat(close(MARCH)).isTrue();
        String march = text(MARCH, MARCH);

        post(LocalDate.of(2026, 3, 2), 1_200);
        books.rename(association, Map.of("5115", new ChartAccount("511900", "Cartes")))
                .block();

        assertThat(text(MARCH, MARCH)).isEqualTo(march);
        List<String[]> april = fec(YearMonth.of(2026, 4), YearMonth.of(2026, 4));
        assertThat(april.get(1))
                .as("booked on the first open day, with its own day as that of its paper")
                .contains("3", "20260401", "20260302", "511900", "Cartes", "12,00");
        assertThat(close(YearMonth.of(2026, 4))).isTrue();
        assertThat(text(MARCH, MARCH)).isEqualTo(march);
        assertThat(fec(YearMonth.of(2026, 4), YearMonth.of(2026, 4)).get(1))
                .contains("3", "20260401", "20260302")
                .as("the day it was closed")
                .contains("20260504");
    }

    @Test
    void closesWhatIsOverOnceAndInOrder() {
        post(LocalDate.of(2026, 1, 9), 5_000);
        post(LocalDate.of(2026, 3, 9), 5_000);
        assertThat(books.close(association, MARCH, LocalDate.of(2026, 3, 31)).block())
                .as("its last day is not over")
                .isFalse();
        assertThat(close(MARCH)).isTrue();
        assertThat(close(MARCH)).isFalse();
        assertThat(close(JANUARY)).isFalse();
        AccountingExport.Months months = books.months(association).block();
        assertThat(months.closedThrough()).isEqualTo(MARCH);
        assertThat(months.months()).extracting(AccountingExport.Month::closed).containsExactly(true, true);
    }

    @Test
    void closesAMonthThatNothingWasBookedIn() {
        assertThat(close(MARCH)).isTrue();
        String march = text(MARCH, MARCH);

        post(LocalDate.of(2026, 3, 20), 12_000);

        assertThat(text(MARCH, MARCH)).isEqualTo(march);
        assertThat(fec(YearMonth.of(2026, 4), YearMonth.of(2026, 4)).get(1))
                .as("booked on the first open day, with its own day as that of its paper")
                .contains("20260401", "20260320", "120,00");
        AccountingExport.Months months = books.months(association).block();
        assertThat(months.every(JANUARY, YearMonth.of(2026, 5)))
                .extracting(month -> month.month() + " " + month.closed())
                .containsExactly("2026-05 false", "2026-04 false", "2026-03 true", "2026-02 true", "2026-01 true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.numbered set number = number + 1",
                "delete from ledger.numbered",
                "truncate ledger.numbered",
                "update ledger.closing set closed_on = closed_on + 1",
                "delete from ledger.closing"
            })
    void keepsAClosingForGood(String change) {
        post(LocalDate.of(2026, 3, 9), 5_000);
        close(MARCH);
        assertThatThrownBy(() -> database.sql(change).then().block()).hasMessageContaining("append-only");
    }

    /** Whatever is posted when, and whenever is closed: numbers without a gap, each in balance, nothing lost or twice. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void numbersEveryTransactionOnceAndInBalance(long seed) {
        Random random = new Random(seed);
        long sum = 0;
        int posted = 0;
        for (YearMonth month = JANUARY; month.isBefore(YearMonth.of(2026, 5)); month = month.plusMonths(1)) {
            List<Posting> batch = new ArrayList<>();
            for (int i = random.nextInt(seed == 1 ? 1_300 : 40); i >= 0; i--) {
                long cents = 1 + random.nextInt(100_000);
                sum += cents;
                batch.add(posting(association, JANUARY.atDay(1).plusDays(random.nextInt(120)), cents));
            }
            posted += batch.size();
            ledger.post(batch).as(transaction::transactional).block();
            if (random.nextBoolean()) {
                close(month);
            }
        }
        Map<Integer, Long> balances = new TreeMap<>();
        long debit = 0;
        // month by month, as files are taken: together they are the whole
        for (YearMonth month = JANUARY; month.isBefore(YearMonth.of(2026, 6)); month = month.plusMonths(1)) {
            List<String[]> lines = fec(month, month);
            for (String[] line : lines.subList(1, lines.size())) {
                assertThat(line[3]).startsWith(month.toString().replace("-", ""));
                balances.merge(Integer.valueOf(line[2]), cents(line[11]) - cents(line[12]), Long::sum);
                debit += cents(line[11]);
            }
        }
        assertThat(balances.keySet()).hasSize(posted).contains(1, posted);
        assertThat(balances.values()).allMatch(balance -> balance == 0);
        assertThat(debit).isEqualTo(sum);
        assertThat(fec(JANUARY, YearMonth.of(2026, 5))).hasSize(1 + 2 * posted);
    }

    private boolean close(YearMonth month) {
        return Boolean.TRUE.equals(books.close(association, month, TODAY).block());
    }

    private void post(LocalDate day, long cents) {
        ledger.post(List.of(posting(association, day, cents)))
                .as(transaction::transactional)
                .block();
    }

    private static Posting posting(UUID association, LocalDate day, long cents) {
        return new Posting(
                association,
                "DONS",
                day,
                new Posting.Source("donation", UUID.randomUUID(), "settled"),
                Posting.GIFT,
                List.of(
                        new Entry("5115", cents, "EUR", null, null, null, true),
                        new Entry("75411", -cents, "EUR", null, null, "P1.2.a", true)));
    }

    private List<String[]> fec(YearMonth from, YearMonth to) {
        return books.fec(association, new Span(from, to))
                .map(line -> line.replace("\r\n", "").split("\t", -1))
                .collectList()
                .block();
    }

    private static long cents(String amount) {
        return Long.parseLong(amount.replace(",", ""));
    }

    private String text(YearMonth from, YearMonth to) {
        return String.join(
                "", books.fec(association, new Span(from, to)).collectList().block());
    }
}
