package org.tremplin.transparency.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tremplin.TestClock;
import org.tremplin.TestDatabase;
import org.tremplin.platform.command.CommandStart;
import org.tremplin.platform.persistence.Ids;
import org.tremplin.transparency.JournalHead;
import org.tremplin.transparency.verify.Problem;

/** A backup is always behind what was mailed since: no restored journal may sign against that. */
@Tag("postgres")
class RestoredJournalTest {

    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");

    @TempDir
    Path folder;

    private TestDatabase present = TestDatabase.fresh();

    @AfterEach
    void drop() {
        present.drop();
    }

    @Test
    void goesOnAsAnotherTreeSoThatNoMailedHeadIsContradicted() throws Exception {
        UUID campaign = UUID.randomUUID();
        JournalRoom before = new JournalRoom(present, NOW);
        before.give(campaign, 5);
        JournalHead known = before.head(campaign);
        backup();
        before.give(campaign, 3);
        JournalHead lost = before.head(campaign);

        restore();
        JournalRoom after = new JournalRoom(present, NOW);
        JournalHead first = after.head(campaign);
        after.give(campaign, 9);
        JournalHead second = after.head(campaign);

        assertThat(first.size()).isEqualTo(6);
        assertThat(first.origin()).matches(".*/c/" + campaign + "/2-[0-9]{8}T[0-9]{6}Z");
        assertThat(second.origin()).isEqualTo(first.origin());
        after.verifies(campaign, known, first, second);
        // the head of what was lost is told as such, not as a rewriting
        assertThat(Objects.requireNonNull(after.problem(campaign, lost)).what()).isEqualTo(Problem.What.SEEN_LOST);
        assertThat(after.file(campaign))
                .contains("\"earlier\":[{\"origin\":\"" + known.origin() + "\",\"root\":\"" + known.root()
                        + "\",\"size\":5}]")
                .contains("\"hashes\":{\"root\":\"" + known.root() + "\"},\"kind\":\"tree\"");
    }

    @Test
    void givesEachTreeOfTheSameBackupAnotherName() throws Exception {
        UUID campaign = UUID.randomUUID();
        JournalRoom before = new JournalRoom(present, NOW);
        before.give(campaign, 4);
        JournalHead known = before.head(campaign);
        backup();
        restore();
        JournalRoom once = new JournalRoom(present, NOW);
        once.give(campaign, 2);
        JournalHead first = once.head(campaign);
        restoredAt("2001-02-03T04:05:06Z");
        JournalRoom again = new JournalRoom(present, NOW);
        again.give(campaign, 1);
        JournalHead third = again.head(campaign);

        assertThat(third.origin()).isEqualTo(known.origin() + "/3-20010203T040506Z");
        again.verifies(campaign, known, first, third);

        restore();
        JournalHead other = new JournalRoom(present, NOW).head(campaign);
        assertThat(other.origin()).startsWith(known.origin() + "/2-").isNotEqualTo(third.origin());
        assertThat(new JournalRoom(present, NOW).problem(campaign, known)).isNull();
    }

    @Test
    void tellsOfAJournalThatTheBackupDidNotKnow() throws Exception {
        Ids ids = new Ids(new TestClock());
        UUID campaign = ids.next();
        backup();
        JournalRoom before = new JournalRoom(present, NOW);
        before.give(campaign, 2);
        JournalHead lost = before.head(campaign);
        restore();

        JournalRoom after = new JournalRoom(present, NOW);
        after.give(campaign, 2);

        assertThat(after.head(campaign).size()).isEqualTo(3);
        after.verifies(campaign, after.head(campaign));
        assertThat(Objects.requireNonNull(after.problem(campaign, lost)).what()).isEqualTo(Problem.What.SEEN_LOST);
    }

    @Test
    void keepsThePlainNameOfCampaignsMadeAfterTheRestore() throws Exception {
        restoredAt("2001-02-03T04:05:06Z");
        UUID campaign = new Ids(new TestClock()).next();
        JournalRoom room = new JournalRoom(present, NOW);
        room.give(campaign, 1);

        assertThat(room.head(campaign).origin()).isEqualTo("dons.example.org/c/" + campaign);
        room.verifies(campaign);
    }

    @Test
    void canBeToldOfDataBroughtBackByOtherMeans() throws Exception {
        UUID campaign = UUID.randomUUID();
        JournalRoom room = new JournalRoom(present, NOW);
        room.give(campaign, 1);
        JournalHead known = room.head(campaign);

        assertThat(CommandStart.onSettings("reopen-journals", on(present))).isZero();

        assertThat(room.head(campaign).origin()).startsWith(known.origin() + "/2-");
        room.verifies(campaign, known);
    }

    private void restoredAt(String instant) throws Exception {
        try (Connection connection = present.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(String.format(
                    Locale.ROOT,
                    "insert into transparency.restored (number, at)"
                            + " select coalesce(max(number), 0) + 1, '%s' from transparency.restored",
                    Instant.parse(instant).atOffset(ZoneOffset.UTC)));
        }
    }

    private void backup() throws Exception {
        assertThat(CommandStart.onSettings("backup", on(present, file()))).isZero();
    }

    /** On a machine of its own, as after a loss. */
    private void restore() throws Exception {
        present.drop();
        present = TestDatabase.blank();
        assertThat(CommandStart.onSettings("restore", on(present, file()))).isZero();
    }

    private String file() {
        return folder.resolve("tremplin.backup").toString();
    }

    private static String[] on(TestDatabase database, String... operands) {
        String[] all = Arrays.copyOf(operands, operands.length + 4);
        all[operands.length] = "--spring.r2dbc.url=" + database.r2dbcUrl();
        all[operands.length + 1] = "--spring.r2dbc.username=" + TestDatabase.user();
        all[operands.length + 2] = "--spring.r2dbc.password=" + TestDatabase.password();
        all[operands.length + 3] = "--tremplin.backup.passphrase=une phrase pour les essais";
        return all;
    }
}
