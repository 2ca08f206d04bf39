package org.tremplin.campaign.design;

import java.time.temporal.ChronoUnit;
import org.tremplin.campaign.Plan;

/**
 * What the campaign itself asks of its people.
 *
 * @param hours in all
 * @param people named, each once
 * @param unnamed tasks nobody has taken
 * @param days from the first to the last day of the campaign, 0 when not known
 */
record Effort(int hours, long people, long unnamed, long days) {

    static Effort of(Plan plan) {
        return new Effort(
                plan.means().stream().mapToInt(Plan.Means::hours).sum(),
                plan.means().stream()
                        .map(means -> means.who().strip())
                        .filter(who -> !who.isEmpty())
                        .distinct()
                        .count(),
                plan.means().stream().filter(means -> means.who().isBlank()).count(),
                plan.opensOn() == null || plan.closesOn() == null
                        ? 0
                        : ChronoUnit.DAYS.between(plan.opensOn(), plan.closesOn()));
    }
}
