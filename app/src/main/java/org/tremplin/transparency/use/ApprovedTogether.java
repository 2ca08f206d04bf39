package org.tremplin.transparency.use;

import java.util.List;
import org.tremplin.platform.backup.WrittenTogether;
import org.tremplin.platform.command.CommandPart;

/** Nothing is added to an approved expense: it and its lines come back from a backup in one statement. */
@CommandPart
class ApprovedTogether implements WrittenTogether {

    @Override
    public List<String> tables() {
        return List.of("transparency.expense", "transparency.expense_part");
    }
}
