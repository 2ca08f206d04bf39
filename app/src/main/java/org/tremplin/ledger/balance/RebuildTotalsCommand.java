package org.tremplin.ledger.balance;

import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import org.tremplin.platform.command.Command;
import org.tremplin.platform.command.CommandLine;
import org.tremplin.platform.command.CommandPart;
import org.tremplin.platform.command.Console;
import org.tremplin.platform.command.Refused;
import org.tremplin.platform.database.DatabaseDoor;

/** {@code rebuild-totals}: counts the kept totals anew from the entries, in one transaction, while posting waits. */
@CommandPart
class RebuildTotalsCommand implements Command {

    private final DatabaseDoor door;
    private final Clock clock;

    RebuildTotalsCommand(DatabaseDoor door, Clock clock) {
        this.door = door;
        this.clock = clock;
    }

    @Override
    public int run(CommandLine line, Console console) throws Exception {
        try (Connection database =
                door.open().orElseThrow(() -> new Refused("database.none")).connect()) {
            database.setAutoCommit(false);
            Recount.hold(database);
            List<Object[]> different = Recount.list(database);
            different.forEach(row -> console.say("books.difference", row));
            Recount.write(database, clock.instant());
            database.commit();
            console.say("books.rebuilt", Recount.entries(database), different.size());
        }
        return DONE;
    }
}
