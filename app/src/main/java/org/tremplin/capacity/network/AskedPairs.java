package org.tremplin.capacity.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tremplin.capacity.grid.Grid;

/**
 * Between whom the pairs are asked: the most active partners, by rhythm, then by how many things they bring, then as
 * they were named. The number of questions grows with the square, and few of them tell anything of partners seen rarely.
 */
final class AskedPairs {

    private static final Comparator<NamedPartner> MOST_ACTIVE = Comparator.comparing(
                    NamedPartner::rhythm, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(partner -> -partner.brings().size());

    private AskedPairs() {}

    /** In the order they were named. */
    static List<NamedPartner> among(List<NamedPartner> partners, Grid grid) {
        List<NamedPartner> active = partners.stream()
                .sorted(MOST_ACTIVE)
                .limit(grid.asked().pairGrid())
                .toList();
        return partners.stream().filter(active::contains).toList();
    }

    /** Each pair once; the first partner has the most, so that questions get fewer. */
    static List<Pair> between(List<NamedPartner> partners) {
        List<Pair> pairs = new ArrayList<>();
        for (int one = 0; one < partners.size(); one++) {
            for (int other = one + 1; other < partners.size(); other++) {
                pairs.add(new Pair(partners.get(one).id(), partners.get(other).id()));
            }
        }
        return pairs;
    }
}
