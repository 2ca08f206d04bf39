package org.tremplin.campaign.publish;

import java.util.Objects;
import org.tremplin.campaign.Plan;

/** Tells a change of the terms, which needs a reason, from a change of words. */
final class Amendment {

    private Amendment() {}

    /**
     * Whether lines, other resources, proposed amounts, the promised result, what will be told and when, days or what happens below and above the
     * goal differ.
     */
    static boolean changesTerms(Plan before, Plan after) {
        return !(before.lines().equals(after.lines())
                && before.resources().equals(after.resources())
                && before.amounts().equals(after.amounts())
                && before.definition().result().equals(after.definition().result())
                && Objects.equals(before.opensOn(), after.opensOn())
                && Objects.equals(before.closesOn(), after.closesOn())
                && before.promises().equals(after.promises())
                && before.belowGoal().equals(after.belowGoal())
                && before.aboveGoal().equals(after.aboveGoal()));
    }
}
