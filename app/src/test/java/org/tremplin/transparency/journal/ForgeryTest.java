package org.tremplin.transparency.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tremplin.transparency.verify.Checkpoint;
import org.tremplin.transparency.verify.JournalCheck;
import org.tremplin.transparency.verify.Problem;
import org.tremplin.transparency.verify.TamperedJournals;
import org.tremplin.transparency.verify.Verdict;

/** What the checker says of each cheat, on a journal of twelve gifts of 1 €, 2 € and so on, of which one saw seven. */
class ForgeryTest {

    private static final TamperedJournals WHOLE = TamperedJournals.all()
            .filter(one -> one.name().equals("extends what was seen"))
            .findFirst()
            .orElseThrow();

    @Test
    void isNamedByItsLineWhenAFigureWasTypedOver() throws IOException {
        Verdict verdict = check(forgery().typedOver("gift", 500).orElseThrow(), null);
        assertThat(verdict.problem()).extracting(Problem::what, Problem::line).containsExactly(Problem.What.HASH, 6L);
    }

    @Test
    void seemsIntactWhenEverythingWasSignedAgain() throws IOException {
        Verdict verdict = check(forgery().signedAgain(4).orElseThrow(), null);
        assertThat(verdict.problem()).isNull();
        assertThat(verdict.entries()).isEqualTo(12);
    }

    @Test
    void isCaughtByACheckpointThatSomebodyKept() throws IOException {
        Checkpoint.Signed kept =
                Checkpoint.read(Objects.requireNonNull(WHOLE.seen())).orElseThrow();
        Verdict verdict = check(forgery().signedAgain(4).orElseThrow(), kept);
        assertThat(verdict.problem()).extracting(Problem::what).isEqualTo(Problem.What.SEEN_DIFFERS);
    }

    @Test
    void findsNothingToForgeWhereThereIsNoSuchEntry() {
        assertThat(forgery().typedOver("expense", 500)).isEmpty();
        assertThat(forgery().signedAgain(12)).isEmpty();
    }

    private static Forgery forgery() {
        return new Forgery(List.of(WHOLE.file().split("\n")));
    }

    private static Verdict check(String file, Checkpoint.@Nullable Signed seen) throws IOException {
        return JournalCheck.check(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), seen);
    }
}
