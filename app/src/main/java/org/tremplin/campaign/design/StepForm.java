package org.tremplin.campaign.design;

import org.tremplin.campaign.Plan;
import org.tremplin.platform.web.Problems;

/** One page of the editor as it was typed, so that a refused form shows again what was in it. */
interface StepForm {

    /** The plan with what was typed; what cannot be kept is a problem beside its field. */
    Plan applyTo(Plan plan, Problems problems);
}
