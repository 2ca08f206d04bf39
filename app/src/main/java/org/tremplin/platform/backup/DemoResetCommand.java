package org.tremplin.platform.backup;

import java.nio.file.Files;
import java.time.Clock;
import org.tremplin.platform.TremplinSettings;
import org.tremplin.platform.command.Command;
import org.tremplin.platform.command.CommandLine;
import org.tremplin.platform.command.CommandPart;
import org.tremplin.platform.command.Console;
import org.tremplin.platform.command.Refused;
import org.tremplin.platform.database.DatabaseAddress;
import org.tremplin.platform.database.DatabaseDoor;
import org.tremplin.platform.privacy.ErasureKeeping;

/**
 * {@code demo-reset}: puts a new empty database in the place of the demonstration's; the next start tells its story anew.
 * Append-only tables are not emptied: they go with their database.
 */
@CommandPart
class DemoResetCommand implements Command {

    private final DatabaseDoor door;
    private final TremplinSettings settings;
    private final Clock clock;

    DemoResetCommand(DatabaseDoor door, TremplinSettings settings, Clock clock) {
        this.door = door;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public int run(CommandLine line, Console console) throws Exception {
        if (!settings.demo()) {
            throw new Refused("reset.demo-only");
        }
        DatabaseAddress present = door.own();
        Databases databases = new Databases(present, clock);
        databases.nobodyElse();
        if (!databases.mayExchange()) {
            throw new Refused("restore.may-not-exchange", present.user());
        }
        databases.drop(databases.exchange(databases.create()));
        // the sample people of the new story have the same addresses
        Files.deleteIfExists(settings.dataDir().resolve(ErasureKeeping.LIST));
        console.say("reset.done");
        return DONE;
    }
}
