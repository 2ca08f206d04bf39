/** Writing transactions: balanced, once, with their kept totals. */
@NullMarked
package org.tremplin.ledger.posting;

import org.jspecify.annotations.NullMarked;
