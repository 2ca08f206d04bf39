package org.tremplin.campaign.readiness;

import java.util.function.Function;

/**
 * One condition of publication: law or trust, never a score. Its texts are {@code gate.<key>} (what it is), {@code .why},
 * {@code .source}, {@code .act} (the next step) and {@code .met} (its evidence); what keeps it shut is a
 * {@code publication.missing.…}.
 *
 * @param number in the grid of the diagnosis
 * @param key the step named by what is missing
 * @param minutes what the next step takes, about
 * @param below where it is taken: {@code /c/…} is this campaign, anything else a page of the association
 * @param judge a pure function
 */
public record Gate(int number, String key, int minutes, String below, Function<Situation, Finding> judge) {

    /** The address of the next step. */
    public String address(String workspace, String campaign) {
        return below.startsWith("/c/") ? campaign + below.substring(2) : workspace + below;
    }
}
