package org.tremplin.transparency;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.Goal;
import org.tremplin.campaign.Plan;

/**
 * What an association stated of the money of an ended campaign that was not spent (rules.md 2.4). The books do not move:
 * the money stays dedicated to the campaign until it is spent or given back.
 *
 * @param number from 1; a later one takes the place of the earlier, which stays
 * @param cents of gifts that were left on that day
 * @param to what it is kept for; empty where donors get it back
 * @param slug of the campaign it is carried over to, none otherwise
 * @param role of the person who stated it, as {@code association.Role} names it
 * @param edition in force on that day; @param terms its sentence, accepted with each gift
 * @param on day in the association's zone
 */
public record Remainder(
        UUID campaign,
        int number,
        Fate fate,
        long cents,
        String to,
        @Nullable String slug,
        String reason,
        String role,
        int edition,
        String terms,
        LocalDate on) {

    public enum Fate {
        /** Kept for a named purpose. */
        PURPOSE,
        /** Carried over to another campaign of the association. */
        CAMPAIGN,
        /** Kept for the object of the association. */
        OBJECT,
        /** Given back to the donors, gift by gift. */
        REFUND
    }

    /** What is to be stated. @param to and @param slug as above */
    public record Wish(Fate fate, String to, @Nullable String slug, String reason) {

        public static Wish purpose(String to, String reason) {
            return new Wish(Fate.PURPOSE, to, null, reason);
        }
    }

    /** The sentence of a plan for what was not spent: it depends on whether the goal of the campaign was reached. */
    public static String terms(Plan plan, Goal goal, long receivedCents) {
        return receivedCents < goal.cents() ? plan.belowGoal() : plan.aboveGoal();
    }
}
