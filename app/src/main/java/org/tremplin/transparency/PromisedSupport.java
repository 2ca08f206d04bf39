package org.tremplin.transparency;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Told by whoever keeps promises of firms and foundations: what they agreed to give a campaign, apart from what came. */
public interface PromisedSupport {

    /** Of agreements both sides accepted, for the public page. */
    Mono<Support> of(UUID campaign);

    /**
     * In cents; promised is the sum of received, due, awaited and withdrawn. Who agreed to be named without an amount is in
     * no sum, for the sum would tell it.
     *
     * @param dueCents released and not here, late or not
     * @param lateCents the part of that which is late
     * @param inKindCents skills and equipment at cost value, in none of the others; nothing of what was taken back
     * @param named in the order of their agreements
     */
    record Support(
            long promisedCents,
            long receivedCents,
            long dueCents,
            long lateCents,
            long awaitedCents,
            long withdrawnCents,
            long inKindCents,
            List<Named> named) {

        public static final Support NONE = new Support(0, 0, 0, 0, 0, 0, 0, List.of());

        public Support {
            named = List.copyOf(named);
        }
    }

    /**
     * @param cents promised; none where its amount is not shown
     * @param receivedCents of them
     * @param withdrawn whether the rest was taken back
     */
    record Named(String name, @Nullable Long cents, long receivedCents, boolean withdrawn, boolean inKind) {}
}
