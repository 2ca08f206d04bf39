package org.tremplin.platform.backup;

import java.sql.Connection;
import java.sql.SQLException;
import org.tremplin.platform.command.Console;

/** What a module notes in restored data before it is used: what happened after the backup was made is not in it. */
public interface AfterRestore {

    void note(Connection restored, Console console) throws SQLException;
}
