/** Compares the kept totals with the entries they come from, and writes them anew. */
@NullMarked
package org.tremplin.ledger.balance;

import org.jspecify.annotations.NullMarked;
