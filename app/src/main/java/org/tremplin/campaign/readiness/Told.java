package org.tremplin.campaign.readiness;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.CampaignType;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Ratio;

/**
 * What a campaign says of its own preparation. What is missing is not known yet.
 *
 * @param answers P1 to P6
 * @param relays people or organisations who said yes
 * @param hours of each person, who is not named
 * @param costs cents the campaign itself is thought to cost
 * @param means cents set aside for that
 * @param committed cents promised for the first week
 */
record Told(
        CampaignType type,
        List<Answer> answers,
        @Nullable Integer relays,
        @Nullable List<Preparation.Hours> hours,
        @Nullable Long costs,
        @Nullable Long means,
        @Nullable Long committed) {

    static final int ANSWERS = 6;
    private static final int CENTS = 100;

    Told {
        answers = List.copyOf(answers);
        hours = hours == null ? null : List.copyOf(hours);
    }

    static Told nothing(CampaignType type) {
        return new Told(type, Collections.nCopies(ANSWERS, Answer.UNKNOWN), null, null, null, null, null);
    }

    static Told of(Preparation told) {
        return new Told(
                told.type(),
                told.answers(),
                told.relays(),
                told.hours(),
                cents(told.costs()),
                cents(told.means()),
                cents(told.committed()));
    }

    /**
     * @param goalCents above zero
     * @param shut keys of the gates that are shut
     */
    Preparation preparation(long goalCents, List<String> shut) {
        return new Preparation(
                type,
                Ratio.of(goalCents, CENTS),
                answers,
                relays,
                hours,
                euros(costs),
                euros(means),
                euros(committed),
                shut);
    }

    /** The same; without a goal nobody can tell whether enough is promised. */
    Told before(long goalCents) {
        return goalCents > 0 ? this : new Told(type, answers, relays, hours, costs, means, null);
    }

    private static @Nullable Long cents(@Nullable Ratio euros) {
        return euros == null ? null : euros.times(CENTS).rounded(0).longValueExact();
    }

    private static @Nullable Ratio euros(@Nullable Long cents) {
        return cents == null ? null : Ratio.of(cents, CENTS);
    }
}
