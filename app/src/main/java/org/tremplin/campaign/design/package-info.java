/** Writes the draft of a campaign, step by step; nothing typed is lost and the last change can be undone. */
@NullMarked
package org.tremplin.campaign.design;

import org.jspecify.annotations.NullMarked;
