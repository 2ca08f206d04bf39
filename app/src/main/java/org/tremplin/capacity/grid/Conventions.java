package org.tremplin.capacity.grid;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.ReadinessLabel;

/**
 * The numbers that are judgements. Scores and targets are 0 to 100, parts 0 to 1, money in euros.
 *
 * @param coverage the answered part of a section from which its score is told
 * @param firstCircle the part of a goal that should be promised before the launch
 * @param aim components below it are levers
 * @param progress notches of a section that are progress
 * @param spread notches between respondents that are worth a talk
 * @param hoursPerWeek the most that one person may be said to give
 */
public record Conventions(
        Ratio coverage,
        OnlineTarget onlineTarget,
        List<SizeTarget> sizeTargets,
        List<GoalTarget> goalTargets,
        Network network,
        Relays relays,
        HoursAsked hours,
        Resources resources,
        Ratio firstCircle,
        Ratio aim,
        Cap cap,
        Step step,
        int progress,
        int spread,
        int hoursPerWeek) {

    /** Base, and so much for each point of need. */
    public record OnlineTarget(Ratio base, Ratio perNeed) {}

    /** For at most so many employees and less than so much money; none = whatever it is. */
    public record SizeTarget(
            @Nullable Integer staff, @Nullable Integer budget, Ratio target) {}

    /** For a goal below that; none = whatever it is. */
    public record GoalTarget(@Nullable Integer below, Ratio target) {}

    /**
     * @param pairsKnown part of the pairs from which the density is told
     * @param pairsFrom number of partners from which there is a density
     * @param supportParts how many of diversity, density and visibility make a support
     * @param dense density from which a network is close-knit
     * @param homogeneous share of one type above which it is uniform
     */
    public record Network(
            Ratio pairsKnown,
            int pairsFrom,
            int supportParts,
            Ratio dense,
            Ratio homogeneous,
            int supportWeight,
            int learningWeight,
            int relaysWeight) {}

    /** One for each step of the goal, within limits. */
    public record Relays(int step, int least, int most) {}

    /** Base, and some for each step of the goal, within a limit. */
    public record HoursAsked(int base, int each, int step, int most) {}

    /** Points for the hours and for the costs; together 100. */
    public record Resources(Ratio hours, Ratio cost) {}

    /** A component of that weight or more, below that, keeps the label from going above. */
    public record Cap(int weight, Ratio below, ReadinessLabel label) {}

    /** One step of a number, to say what it would change. */
    public record Step(int euros, int relays, int hours) {}
}
