package org.tremplin.campaign.design;

import java.time.Instant;
import org.tremplin.campaign.Campaign;
import org.tremplin.campaign.Plan;

/**
 * What the association is writing.
 *
 * @param version grows with each change, an undo as well: a form that was filled for an older one is found out
 * @param undoable whether there is an older version to go back to
 * @param template id of the ready-made campaign it began with, empty for none
 */
public record Draft(Campaign campaign, Plan plan, int version, Instant savedAt, boolean undoable, String template) {}
