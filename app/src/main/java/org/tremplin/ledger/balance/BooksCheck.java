package org.tremplin.ledger.balance;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tremplin.platform.command.CommandPart;
import org.tremplin.platform.command.DataCheck;
import org.tremplin.platform.command.Finding;

/** The books balance, and the kept totals are those of the entries. */
@CommandPart
class BooksCheck implements DataCheck {

    @Override
    public List<Finding> look(Connection database) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        long unbalanced = Recount.unbalanced(database);
        if (unbalanced > 0) {
            findings.add(Finding.bad("books.unbalanced", unbalanced));
        }
        long different = Recount.different(database);
        findings.add(
                different > 0
                        ? Finding.bad("books.differ", different)
                        : Finding.good("books.agree", Recount.entries(database)));
        return findings;
    }
}
