package org.tremplin.transparency.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tremplin.TestDatabase;
import org.tremplin.platform.command.CommandStart;
import org.tremplin.transparency.JournalHead;
import org.tremplin.transparency.verify.Checkpoint;

/** A new key signs from where the journal tells of it. */
@Tag("postgres")
class KeyRotationTest {

    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
    private static final String NEW_SECRET = "n".repeat(32);

    private final TestDatabase database = TestDatabase.fresh();
    private final UUID campaign = UUID.randomUUID();

    @AfterEach
    void drop() {
        database.drop();
    }

    @Test
    void isToldInTheJournalBeforeTheNewKeySigns() {
        JournalRoom room = new JournalRoom(database, NOW);
        room.give(campaign, 3);
        JournalHead before = room.head(campaign);
        room.keys.make(2).block();
        room.keys.make(3).block();

        JournalHead after = room.head(campaign);
        room.give(campaign, 2);

        assertThat(after.size()).isEqualTo(5);
        assertThat(signedBy(room, before)).isEqualTo(1);
        assertThat(signedBy(room, after)).isEqualTo(3);
        assertThat(room.head(campaign).size()).isEqualTo(7);
        room.verifies(campaign, before, after);
    }

    @Test
    void needsNoWordInAJournalThatBeginsAfterIt() {
        JournalRoom room = new JournalRoom(database, NOW);
        room.give(UUID.randomUUID(), 1);
        room.keys.numbered(1).block();
        room.keys.make(2).block();
        room.give(campaign, 2);

        assertThat(room.head(campaign).size()).isEqualTo(2);
        assertThat(signedBy(room, room.head(campaign))).isEqualTo(2);
        room.verifies(campaign);
    }

    @Test
    void followsAChangeOfTheSecretSoThatTheOldOneCanGo() {
        JournalRoom old = new JournalRoom(database, NOW);
        old.give(campaign, 2);
        JournalHead before = old.head(campaign);

        JournalRoom changing = new JournalRoom(database, NOW, NEW_SECRET, JournalRoom.SECRET);
        changing.give(campaign, 1);
        assertThat(signedBy(changing, changing.head(campaign))).isEqualTo(1);
        changing.keys.replaceThatOfThePreviousSecret().block();
        changing.keys.replaceThatOfThePreviousSecret().block();
        assertThat(changing.keys.all().count().block()).isEqualTo(2);

        JournalRoom changed = new JournalRoom(database, NOW, NEW_SECRET, null);
        JournalHead after = changed.head(campaign);
        assertThat(signedBy(changed, after)).isEqualTo(2);
        changed.verifies(campaign, before, after);
    }

    @Test
    void isMadeByCommandWhereTheSecretWasLost() throws Exception {
        JournalRoom room = new JournalRoom(database, NOW);
        room.give(campaign, 2);
        JournalHead before = room.head(campaign);
        room.give(campaign, 1);
        JournalRoom lost = new JournalRoom(database, NOW, NEW_SECRET, null);
        assertThatThrownBy(() -> lost.head(campaign)).hasMessageContaining("another secret");
        verify(lost.alarms).raise(eq("journal.key_sealed"), anyString(), anyString(), anyString());

        assertThat(CommandStart.onSettings(
                        "rotate-journal-key",
                        "--spring.r2dbc.url=" + database.r2dbcUrl(),
                        "--spring.r2dbc.username=" + TestDatabase.user(),
                        "--spring.r2dbc.password=" + TestDatabase.password(),
                        "--tremplin.secret=" + NEW_SECRET))
                .isZero();

        assertThat(signedBy(lost, lost.head(campaign))).isEqualTo(2);
        lost.verifies(campaign, before, lost.head(campaign));
        lost.give(campaign, 1);
        lost.head(campaign);
        // at the first signature after the trouble, and not at each
        verify(lost.alarms).close("journal.key_sealed", "journal");
    }

    private static int signedBy(JournalRoom room, JournalHead head) {
        Checkpoint.Signed signed = Checkpoint.read(head.note()).orElseThrow();
        return room.keys
                .all()
                .filter(key -> signed.signedBy(key.key()))
                .map(SigningKeys.Known::number)
                .blockFirst();
    }
}
