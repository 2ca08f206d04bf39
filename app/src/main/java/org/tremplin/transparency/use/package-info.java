/**
 * Expenses and commitments on budget lines, decided by two people, and what became of the money of a campaign.
 * <p>Only approved expenses enter the books: charge account against supplier (401) on the day of the invoice, supplier
 * against bank or cash when the money leaves. A correction reverses and books anew, never edits. Commitments and money
 * from elsewhere (resource facts) are no entries: nothing moved yet, or nothing that this campaign's books hold.
 */
@NullMarked
package org.tremplin.transparency.use;

import org.jspecify.annotations.NullMarked;
