package org.tremplin.capacity.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tremplin.capacity.Contribution;
import org.tremplin.capacity.PartnerType;
import org.tremplin.capacity.Reach;
import org.tremplin.capacity.grid.Grid;
import org.tremplin.capacity.grid.Grids;
import org.tremplin.capacity.network.NamedPartner.Rhythm;

class AskedPairsTest {

    private static final Grid GRID = Grids.current();

    @Property(tries = 500)
    void asksAboutTheMostActiveOnly(@ForAll @IntRange(min = 0, max = 15) int count, @ForAll long seed) {
        Random random = new Random(seed);
        List<NamedPartner> partners = new ArrayList<>();
        for (int one = 0; one < count; one++) {
            int rhythm = random.nextInt(4);
            partners.add(partner(
                    one,
                    rhythm == 3 ? null : Rhythm.values()[rhythm],
                    Set.copyOf(List.of(Contribution.values()).subList(0, random.nextInt(6)))));
        }
        List<NamedPartner> asked = AskedPairs.among(partners, GRID);
        assertThat(asked).hasSize(Math.min(count, 8)).isSubsetOf(partners);
        assertThat(asked.stream().map(partners::indexOf)).isSorted();
        List<NamedPartner> left =
                partners.stream().filter(one -> !asked.contains(one)).toList();
        for (NamedPartner out : left) {
            for (NamedPartner in : asked) {
                assertThat(rank(in)).isLessThanOrEqualTo(rank(out));
            }
        }
        List<Pair> pairs = AskedPairs.between(asked);
        assertThat(pairs).hasSize(asked.size() * (asked.size() - 1) / 2).doesNotHaveDuplicates();
        assertThat(pairs).noneMatch(pair -> pair.one().equals(pair.other()));
    }

    @Test
    void knowsAPairFromBothSides() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        assertThat(new Pair(one, other)).isEqualTo(new Pair(other, one));
    }

    private static int rank(NamedPartner partner) {
        int rhythm = partner.rhythm() == null ? 3 : partner.rhythm().ordinal();
        return rhythm * 10 - partner.brings().size();
    }

    private static NamedPartner partner(int number, Rhythm rhythm, Set<Contribution> brings) {
        return new NamedPartner(
                new UUID(number, 0),
                "Partenaire " + number,
                PartnerType.OTHER,
                Reach.LOCAL,
                brings,
                null,
                rhythm,
                null,
                Weighing.OPEN,
                1);
    }
}
