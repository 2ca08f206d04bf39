/** Cheques, transfers and cash: promised or entered, received, deposited, cleared; the same ledger as any other gift. */
@NullMarked
package org.tremplin.donation.offline;

import org.jspecify.annotations.NullMarked;
