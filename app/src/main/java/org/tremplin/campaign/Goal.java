package org.tremplin.campaign;

/**
 * What a campaign asks of gifts as a whole, in cents: as its first edition said. Amendments move money between lines and
 * spread a surplus; the mark that was shown to donors stays where it was (decision 0023).
 *
 * @param cents ideal amount; 0 where nothing is asked yet
 * @param minimumCents for the indispensable lines, a part of it
 */
public record Goal(long cents, long minimumCents) {

    /** Of a plan that is not public yet. */
    public static Goal of(Plan plan) {
        return new Goal(plan.goalCents(), plan.minimumCents());
    }
}
