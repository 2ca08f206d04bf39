package org.tremplin.campaign.readiness;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Association;
import org.tremplin.association.Payee;
import org.tremplin.campaign.Formalities;
import org.tremplin.campaign.Missing;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.Waiver;

/**
 * All that gates look at, so that they are pure functions.
 *
 * @param plan as it would be published
 * @param lacks what the plan itself lacks
 * @param presidents persons who are legal representatives today
 * @param holders persons who can write this campaign today, presidents among them
 * @param resolution what the board voted for, or none
 * @param waivers what was passed over, by key of the gate
 * @param today in the association's zone
 */
public record Situation(
        Plan plan,
        List<Missing> lacks,
        Association association,
        Payee payee,
        int presidents,
        int holders,
        Formalities formalities,
        @Nullable Resolution resolution,
        Map<String, Waiver> waivers,
        LocalDate today) {

    public Situation {
        lacks = List.copyOf(lacks);
        waivers = Map.copyOf(waivers);
    }
}
