package org.tremplin.transparency.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Gives new leaves their places at the ends of their journals. Works on what was read under the lock of the journals:
 * the size of each, and where the sources in question already stand.
 */
final class Places {

    private final Map<UUID, Long> sizes;
    private final Map<Key, Long> taken;

    Places(Map<UUID, Long> sizes, Map<Key, Long> taken) {
        this.sizes = sizes;
        this.taken = taken;
    }

    /** A source of one campaign. */
    record Key(UUID campaign, Source source) {}

    /** A leaf in its place. */
    record Placed(NewLeaf origin, Leaf leaf) {}

    /** Leaves whose source already stands are passed over; the others follow in the given order, without a gap. */
    List<Placed> place(Collection<NewLeaf> leaves) {
        List<Placed> placed = new ArrayList<>();
        for (NewLeaf leaf : leaves) {
            Key key = new Key(leaf.campaign(), leaf.source());
            if (taken.containsKey(key)) {
                continue;
            }
            List<Long> refs = leaf.refs().stream()
                    .map(ref -> placeOf(leaf.campaign(), ref))
                    .toList();
            long seq = sizes.getOrDefault(leaf.campaign(), 0L);
            placed.add(new Placed(leaf, leaf.at(seq, refs)));
            taken.put(key, seq);
            sizes.put(leaf.campaign(), seq + 1);
        }
        return placed;
    }

    private long placeOf(UUID campaign, Source source) {
        Long place = taken.get(new Key(campaign, source));
        if (place == null) {
            throw new IllegalStateException("No leaf stands yet for " + source + ": try again later");
        }
        return place;
    }
}
