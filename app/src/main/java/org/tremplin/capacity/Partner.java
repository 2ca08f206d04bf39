package org.tremplin.capacity;

import java.util.Set;

/** A partner as the engine sees it: without its name. */
public record Partner(PartnerType type, Reach reach, Set<Contribution> brings) {

    public Partner {
        brings = Set.copyOf(brings);
    }

    public boolean brings(Contribution what) {
        return brings.contains(what);
    }

    /** Visibility or information, which the study found beside digital capability. */
    public boolean makesKnown() {
        return brings(Contribution.VIS) || brings(Contribution.INF);
    }
}
