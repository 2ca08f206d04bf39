package org.tremplin.capacity.network;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.Contribution;
import org.tremplin.capacity.Partner;
import org.tremplin.capacity.PartnerType;
import org.tremplin.capacity.Reach;

/**
 * A partner with its name, which stays with the association.
 *
 * @param reach where it is based beside the association
 * @param exchange how they mostly meet; like rhythm and useful, none until somebody says
 * @param useful whether it still serves the association's strategy
 * @param version of all this but the weighing, which has its own
 */
record NamedPartner(
        UUID id,
        String name,
        PartnerType type,
        Reach reach,
        Set<Contribution> brings,
        @Nullable Exchange exchange,
        @Nullable Rhythm rhythm,
        @Nullable Useful useful,
        Weighing weighing,
        int version) {

    NamedPartner {
        brings = Set.copyOf(brings);
    }

    /** What the engine may see. */
    Partner nameless() {
        return new Partner(type, reach, brings);
    }

    NamedPartner withWeighing(Weighing other) {
        return new NamedPartner(id, name, type, reach, brings, exchange, rhythm, useful, other, version);
    }

    enum Exchange {
        ONLINE,
        IN_PERSON,
        BOTH
    }

    /** The most often first. */
    enum Rhythm {
        MONTHLY,
        QUARTERLY,
        RARE
    }

    enum Useful {
        YES,
        REVIEW,
        NO
    }
}
