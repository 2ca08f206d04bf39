/** Makes a draft public as an edition that never changes, and closes a campaign. */
@NullMarked
package org.tremplin.campaign.publish;

import org.jspecify.annotations.NullMarked;
