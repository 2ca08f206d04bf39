/**
 * What an association tells of a campaign after it began, and to whom: updates promised and made, followers by mail.
 * <p>Invariants: what was published is corrected or withdrawn with a visible reason, never silently; no mail to an
 * address that nobody confirmed.
 */
@NullMarked
package org.tremplin.campaign.follow;

import org.jspecify.annotations.NullMarked;
