package org.tremplin.ledger.balance;

import java.util.List;
import org.tremplin.platform.backup.WrittenTogether;
import org.tremplin.platform.command.CommandPart;

/** A transaction without its entries is refused, so a restore brings both by one statement, as posting does. */
@CommandPart
class PostedTogether implements WrittenTogether {

    @Override
    public List<String> tables() {
        return List.of("ledger.transaction", "ledger.entry");
    }
}
