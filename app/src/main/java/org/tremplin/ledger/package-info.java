/**
 * Transactions, entries, balances. Knows no donation.
 * <p>Invariants: a transaction sums to zero; nothing is ever changed or deleted; kept totals are written by posting.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "money"})
package org.tremplin.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
