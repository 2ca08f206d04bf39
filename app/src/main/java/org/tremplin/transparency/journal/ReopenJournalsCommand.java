package org.tremplin.transparency.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import org.tremplin.platform.backup.AfterRestore;
import org.tremplin.platform.command.Command;
import org.tremplin.platform.command.CommandLine;
import org.tremplin.platform.command.CommandPart;
import org.tremplin.platform.command.Console;
import org.tremplin.platform.command.Refused;
import org.tremplin.platform.database.DatabaseDoor;

/**
 * Heads that were signed after a backup was made are not in it: donors may hold one that the restored journal does not
 * extend. So a restore is noted, and every journal of before goes on as a tree of another name, which is told in it.
 * {@code reopen-journals} does the same for data that were brought back by other means, such as a copy of the disk.
 */
@CommandPart
class ReopenJournalsCommand implements Command, AfterRestore {

    private final DatabaseDoor door;
    private final Clock clock;

    ReopenJournalsCommand(DatabaseDoor door, Clock clock) {
        this.door = door;
        this.clock = clock;
    }

    @Override
    public int run(CommandLine line, Console console) throws Exception {
        try (Connection database =
                door.open().orElseThrow(() -> new Refused("database.none")).connect()) {
            note(database, console);
        }
        return DONE;
    }

    @Override
    public void note(Connection database, Console console) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement("""
                insert into transparency.restored (number, at)
                select coalesce(max(number), 0) + 1, ? from transparency.restored
                """)) {
            insert.setTimestamp(1, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        }
        console.say("journal.reopened");
    }
}
