/** Closes months and writes the books for accounting software and spreadsheets. */
@NullMarked
package org.tremplin.ledger.export;

import org.jspecify.annotations.NullMarked;
