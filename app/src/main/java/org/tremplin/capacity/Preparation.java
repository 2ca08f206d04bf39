package org.tremplin.capacity;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign says of its own preparation; the module campaign owns it and hands it over as a value. A number that is
 * missing is not known yet.
 *
 * @param goal euros
 * @param answers section PREP, in the order of the grid
 * @param relays people or organisations who said yes
 * @param hours of each person
 * @param costs euros the campaign is thought to cost
 * @param means euros set aside for that
 * @param committed euros promised for the first week
 * @param gatesMissing what the law and trust still ask for
 */
public record Preparation(
        CampaignType type,
        Ratio goal,
        List<Answer> answers,
        @Nullable Integer relays,
        @Nullable List<Hours> hours,
        @Nullable Ratio costs,
        @Nullable Ratio means,
        @Nullable Ratio committed,
        List<String> gatesMissing) {

    public Preparation {
        answers = List.copyOf(answers);
        hours = hours == null ? null : List.copyOf(hours);
        gatesMissing = List.copyOf(gatesMissing);
    }

    /** What one person gives, in hours a week for so many weeks. */
    public record Hours(Ratio perWeek, Ratio weeks) {

        public Ratio total() {
            return perWeek.times(weeks);
        }
    }

    public Optional<Ratio> hoursPlanned() {
        return Optional.ofNullable(hours)
                .map(all -> all.stream().map(Hours::total).reduce(Ratio.ZERO, Ratio::plus));
    }

    /** The part of all hours that the person with most carries, 0 to 100. */
    public Optional<Ratio> leadShare() {
        return hoursPlanned()
                .filter(total -> !total.isZero())
                .flatMap(total -> Optional.ofNullable(hours)
                        .flatMap(all -> all.stream().map(Hours::total).max(Ratio::compareTo))
                        .map(most -> most.times(100).dividedBy(total)));
    }
}
