package org.tremplin.transparency;

import org.tremplin.platform.command.Command;
import org.tremplin.transparency.verify.VerifyJournalCommand;

/** Checks a downloaded journal with nothing but the file: for whoever has no application, no settings and no database. */
public final class JournalChecker {

    private JournalChecker() {}

    public static Command command() {
        return new VerifyJournalCommand();
    }
}
