package org.tremplin.transparency.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tremplin.platform.command.CommandLine;
import org.tremplin.platform.command.Console;
import org.tremplin.platform.web.Messages;
import org.tremplin.transparency.verify.Problem.What;

class JournalCheckTest {

    @TempDir
    Path folder;

    static Stream<TamperedJournals> journals() {
        return TamperedJournals.all();
    }

    @ParameterizedTest
    @MethodSource("journals")
    void namesTheFirstBadLine(TamperedJournals journal) {
        Problem problem = check(journal).problem();

        assertThat(problem == null ? null : problem.what()).isEqualTo(journal.what());
        assertThat(problem == null ? 0 : problem.line()).isEqualTo(journal.line());
    }

    @ParameterizedTest
    @MethodSource("journals")
    void saysItInBothLanguages(TamperedJournals journal) throws Exception {
        Path file = Files.writeString(folder.resolve("journal.jsonl"), journal.file());
        String[] typed = journal.seen() == null
                ? new String[] {file.toString()}
                : new String[] {file.toString(), "--seen", journal.seen()};
        String french = said(Locale.FRANCE, journal, typed);
        String english = said(Locale.UK, journal, typed);

        assertThat(french).isNotEqualTo(english).doesNotContain("{", "verify.");
        assertThat(english).doesNotContain("{", "verify.");
        if (journal.what() != null) {
            assertThat(french).startsWith("✖ Ligne " + journal.line());
            assertThat(english).startsWith("✖ Line " + journal.line() + ":");
        }
    }

    private static String said(Locale language, TamperedJournals journal, String... typed) throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code =
                new VerifyJournalCommand().run(CommandLine.of(typed), new Console(new Messages(), language, out, out));
        assertThat(code).isEqualTo(journal.what() == null ? 0 : 1);
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void countsTextsThatAreWithheld() {
        Verdict verdict = WrittenJournal.check(
                WrittenJournal.file(TamperedJournals.GOOD
                        .with(3, WrittenJournal.Entry::withheld)
                        .lines()),
                null);

        assertThat(verdict.problem()).isNull();
        assertThat(verdict.withheld()).isEqualTo(1);
        assertThat(verdict.entries()).isEqualTo(12);
    }

    @Test
    void takesEveryEarlierHeadOfEveryJournal() {
        for (int size = 0; size <= 40; size++) {
            String file = WrittenJournal.file(WrittenJournal.of(size).lines());
            for (int then = 0; then <= size; then++) {
                assertThat(WrittenJournal.check(file, WrittenJournal.of(then).signed())
                                .problem())
                        .isNull();
            }
        }
    }

    @Test
    void noticesAnyByteThatChanges() {
        byte[] file = WrittenJournal.file(WrittenJournal.of(3).lines()).getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < file.length - 1; at++) {
            byte[] changed = file.clone();
            changed[at] ^= 1;
            assertThat(WrittenJournal.check(changed, null).problem())
                    .as("byte %d", at)
                    .isNotNull();
        }
    }

    @Test
    void refusesALineLongerThanAnyJournalHas() {
        String file = WrittenJournal.file(WrittenJournal.of(1).lines()) + "x".repeat(Lines.LONGEST + 1);

        Problem problem =
                Objects.requireNonNull(WrittenJournal.check(file.replaceFirst("\n\\{\"checkpoint.*\n", "\n"), null)
                        .problem());
        assertThat(problem.what()).isEqualTo(What.LINE_TOO_LONG);
        assertThat(problem.line()).isEqualTo(3);
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] file = WrittenJournal.file(WrittenJournal.of(3).lines()).getBytes(StandardCharsets.UTF_8);
        file[300] = (byte) 0xff;

        assertThat(Objects.requireNonNull(WrittenJournal.check(file, null).problem())
                        .what())
                .isEqualTo(What.NOT_UTF8);
    }

    /** Each key is tried on each signature: a thousand times the same one would hold whoever checks. */
    @Test
    void refusesAHeaderThatRepeatsAKeyOrHasTooMany() {
        List<WrittenJournal.Key> twice = List.of(WrittenJournal.FIRST, WrittenJournal.FIRST);
        List<WrittenJournal.Key> many = IntStream.rangeClosed(0, Header.MOST_KEYS)
                .mapToObj(at -> new WrittenJournal.Key(WrittenJournal.FIRST.secret(), "%064x".formatted(at)))
                .toList();
        for (List<WrittenJournal.Key> keys : List.of(twice, many)) {
            String file =
                    WrittenJournal.file(new WrittenJournal(WrittenJournal.ORIGIN, keys, List.of(), List.of()).lines());
            assertThat(Objects.requireNonNull(WrittenJournal.check(file, null).problem())
                            .what())
                    .isEqualTo(What.HEADER);
        }
    }

    @Test
    void holdsWhatIsToldOfTheMoneyAgainstTheEntriesFromTheSealOn() throws IOException {
        WrittenJournal journal = WrittenJournal.of(3)
                .and(Map.of("kind", "refund", "cents", 200, "currency", "EUR", "refs", List.of(1)))
                .and(Map.of("kind", "expense", "cents", 150, "currency", "EUR"))
                .and(Map.of("kind", "fee", "cents", 7, "currency", "EUR", "refs", List.of(0)));
        assertThat(told(journal, 600, 0)).as("at the seal").isEqualTo("true true");
        assertThat(told(journal, 400, 157)).as("at the end").isEqualTo("true true");
        assertThat(told(journal, 300, 150)).as("gifts before the seal").isEqualTo("false true");
        assertThat(told(journal, 600, 9)).isEqualTo("true false");
    }

    private static String told(WrittenJournal journal, long gifts, long spent) throws IOException {
        Tally tally = new Tally(gifts, spent);
        byte[] file = WrittenJournal.file(journal.lines()).getBytes(StandardCharsets.UTF_8);
        Verdict verdict = JournalCheck.check(
                new ByteArrayInputStream(file), WrittenJournal.of(3).signed(), tally);
        assertThat(verdict.problem()).isNull();
        return tally.giftsAgree() + " " + tally.spentAgree();
    }

    private static Verdict check(TamperedJournals journal) {
        return WrittenJournal.check(
                journal.file(),
                journal.seen() == null ? null : Checkpoint.read(journal.seen()).orElseThrow());
    }
}
