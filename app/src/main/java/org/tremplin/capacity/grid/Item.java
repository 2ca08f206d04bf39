package org.tremplin.capacity.grid;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.Profile;
import org.tremplin.capacity.Ratio;

/**
 * One question on the common scale.
 *
 * @param name a few words, for lists
 * @param ask the sentence that is answered
 * @param example what follows “for example: ”
 * @param express whether the short form asks it too
 * @param leftOut who may answer “not applicable”; none if nobody may
 * @param sources ids
 */
public record Item(
        String id,
        Words name,
        Words ask,
        Words example,
        boolean express,
        @Nullable LeftOut leftOut,
        List<String> sources) {

    /**
     * @param staff at most so many employees; none = whatever their number
     * @param budget below so many euros a year; none = whatever it is
     */
    public record LeftOut(@Nullable Integer staff, @Nullable Integer budget) {

        boolean fits(Profile profile) {
            return (staff == null || profile.staff() <= staff)
                    && (budget == null || profile.budget().below(Ratio.of(budget)));
        }
    }

    public boolean mayBeLeftOut(Profile profile) {
        return leftOut != null && leftOut.fits(profile);
    }
}
