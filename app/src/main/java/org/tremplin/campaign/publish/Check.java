package org.tremplin.campaign.publish;

import java.util.ArrayList;
import java.util.List;
import org.tremplin.campaign.Missing;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.readiness.Situation;

/**
 * What publishing a draft now would mean.
 *
 * @param situation with what would be published
 * @param missing what has to be done first, the reason apart
 * @param needsReason whether the terms donors saw would change
 * @param promisesChanged whether what was promised to be told, or when, would change
 * @param over its last day is past, or somebody ended it before
 */
record Check(Situation situation, List<Missing> missing, boolean needsReason, boolean promisesChanged, boolean over) {

    Plan plan() {
        return situation.plan();
    }

    List<Missing> withReason(String reason) {
        if (!needsReason || !reason.isBlank()) {
            return missing;
        }
        List<Missing> all = new ArrayList<>(missing);
        all.add(Missing.REASON);
        return all;
    }
}
