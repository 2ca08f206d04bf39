package org.tremplin.capacity.score;

import java.util.Map;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.Orientation;
import org.tremplin.capacity.Profile;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Span;
import org.tremplin.capacity.grid.Conventions;
import org.tremplin.capacity.grid.Grid;

/**
 * What an association needs, which its practice is compared with. Its own reach counts here, never that of its partners:
 * a local association may need little online, and that is no fault.
 */
final class Needs {

    private static final int NEEDS = 3;

    private Needs() {}

    static Span orientation(Profile profile, Grid grid) {
        Map<Orientation, Integer> tokens = profile.tokens();
        if (tokens == null) {
            return Span.OPEN;
        }
        int online = 0;
        for (Orientation kind : Orientation.values()) {
            if (grid.asked().onlineKinds().get(kind.ordinal())) {
                online += tokens.getOrDefault(kind, 0);
            }
        }
        return Span.exactly(Ratio.HUNDRED.times(online).dividedBy(grid.asked().tokens()));
    }

    static Span audience(Profile profile) {
        Answer audience = profile.audience();
        return audience.isScaled() ? Span.exactly(Sections.NOTCH.times(audience.notches())) : Span.OPEN;
    }

    static Ratio reach(Profile profile, Grid grid) {
        return grid.asked().reachNeeds().get(profile.reach().ordinal());
    }

    static Span mean(Span orientation, Span audience, Ratio reach) {
        return orientation.plus(audience).map(sum -> sum.plus(reach).dividedBy(NEEDS));
    }

    /** An association may aim higher than its need, never lower. */
    static Span onlineTarget(Span need, Profile profile, Conventions.OnlineTarget target) {
        Ratio aim = profile.onlineAim() == null ? Ratio.ZERO : profile.onlineAim();
        return need.map(
                points -> target.base().plus(points.times(target.perNeed())).atLeast(aim));
    }

    static Ratio sizeTarget(Profile profile, Conventions conventions) {
        return conventions.sizeTargets().stream()
                .filter(size -> (size.staff() == null || profile.staff() <= size.staff())
                        && (size.budget() == null || profile.budget().below(Ratio.of(size.budget()))))
                .findFirst()
                .orElseThrow()
                .target();
    }

    static Ratio goalTarget(Ratio goal, Conventions conventions) {
        return conventions.goalTargets().stream()
                .filter(target -> target.below() == null || goal.below(Ratio.of(target.below())))
                .findFirst()
                .orElseThrow()
                .target();
    }
}
