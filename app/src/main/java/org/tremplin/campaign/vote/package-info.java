/** Asks the board by mailed links whether to ask for gifts, counts, and writes the minutes. */
@NullMarked
package org.tremplin.campaign.vote;

import org.jspecify.annotations.NullMarked;
