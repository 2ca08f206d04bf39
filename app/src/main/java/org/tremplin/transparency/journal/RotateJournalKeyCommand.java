package org.tremplin.transparency.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Clock;
import org.tremplin.platform.command.Command;
import org.tremplin.platform.command.CommandLine;
import org.tremplin.platform.command.CommandPart;
import org.tremplin.platform.command.Console;
import org.tremplin.platform.command.Refused;
import org.tremplin.platform.database.DatabaseDoor;
import org.tremplin.platform.security.Keys;

/** {@code rotate-journal-key}: makes a new key; each journal tells of it, and from there on it signs. */
@CommandPart
class RotateJournalKeyCommand implements Command {

    private final DatabaseDoor door;
    private final KeySeal seal;
    private final Clock clock;

    RotateJournalKeyCommand(DatabaseDoor door, Keys keys, Clock clock) {
        this.door = door;
        this.seal = new KeySeal(keys);
        this.clock = clock;
    }

    @Override
    public int run(CommandLine line, Console console) throws Exception {
        KeySeal.Made made = seal.make();
        try (Connection database = door.open()
                        .orElseThrow(() -> new Refused("database.none"))
                        .connect();
                PreparedStatement insert = database.prepareStatement("""
                        insert into transparency.signing_key (number, public_key, sealed, made_at)
                        select coalesce(max(number), 0) + 1, ?, ?, ? from transparency.signing_key
                        """)) {
            insert.setBytes(1, made.key().raw());
            insert.setBytes(2, made.sealed());
            insert.setTimestamp(3, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        }
        console.say("journal.rotated", made.key().fingerprint());
        return DONE;
    }
}
