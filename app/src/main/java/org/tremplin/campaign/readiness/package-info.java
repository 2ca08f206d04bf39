/** What a campaign needs before it is public, and how far it is prepared: gates block, figures never do. */
@NullMarked
package org.tremplin.campaign.readiness;

import org.jspecify.annotations.NullMarked;
