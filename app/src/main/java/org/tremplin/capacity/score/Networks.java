package org.tremplin.capacity.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.Contribution;
import org.tremplin.capacity.NetworkScore;
import org.tremplin.capacity.NetworkShape;
import org.tremplin.capacity.Partner;
import org.tremplin.capacity.PartnerType;
import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.Reach;
import org.tremplin.capacity.Span;
import org.tremplin.capacity.Ties;
import org.tremplin.capacity.grid.Conventions;

/** The shape of a network of partners. */
final class Networks {

    private static final int TYPES = PartnerType.values().length;
    private static final int FARTHEST = Reach.values().length - 1;

    private Networks() {}

    static NetworkScore score(List<Partner> partners, Ties ties, Conventions.Network conventions) {
        int n = partners.size();
        int pairs = n * (n - 1) / 2;
        int yes = ties.yes().size();
        int no = ties.no().size();
        int[] counts = counts(partners);
        Ratio same = sameType(counts, n);
        Ratio blau = n == 0 ? null : Ratio.ONE.minus(same);
        Ratio most = n == 0 ? null : blauMost(n);
        Ratio diversity = n < 2 || blau == null || most == null
                ? null
                : Ratio.HUNDRED.times(blau).dividedBy(most);
        Ratio largest = n == 0 ? null : Ratio.of(Arrays.stream(counts).max().orElse(0), n);
        Span density = density(n, pairs, yes, no, conventions);
        Ratio makeKnown = share(partners.stream().filter(Partner::makesKnown).count(), n);
        return new NetworkScore(
                n,
                blau,
                most,
                n == 0 ? null : Ratio.ONE.dividedBy(same),
                n == 0 ? null : shannon(counts, n),
                largest,
                diversity,
                pairs,
                yes,
                no,
                pairs - yes - no,
                density,
                makeKnown,
                Ratio.HUNDRED
                        .times(Contribution.values().length
                                - brought(partners, 0).size())
                        .dividedBy(Contribution.values().length),
                brought(partners, 1),
                brought(partners, 0),
                n == 0 ? null : proximity(partners),
                share(
                        partners.stream()
                                .filter(partner -> partner.reach() == Reach.INTERNATIONAL)
                                .count(),
                        n),
                support(diversity, density, makeKnown, conventions.supportParts()),
                shape(density, largest, conventions));
    }

    private static int[] counts(List<Partner> partners) {
        int[] counts = new int[TYPES];
        partners.forEach(partner -> counts[partner.type().ordinal()]++);
        return counts;
    }

    /** The chance that two partners, drawn with return, are of one type. */
    private static Ratio sameType(int[] counts, int n) {
        int squares = Arrays.stream(counts).map(count -> count * count).sum();
        return n == 0 ? Ratio.ONE : Ratio.of(squares, (long) n * n);
    }

    /** What Blau is when types are as evenly spread as so many partners allow. */
    private static Ratio blauMost(int n) {
        long each = n / TYPES;
        long rest = n % TYPES;
        return Ratio.ONE.minus(Ratio.of((TYPES - rest) * each * each + rest * (each + 1) * (each + 1), (long) n * n));
    }

    /** A logarithm is no fraction: rounded at once, shown beside Blau and used nowhere. */
    private static BigDecimal shannon(int[] counts, int n) {
        double sum = 0;
        for (int count : counts) {
            if (count > 0) {
                double part = (double) count / n;
                sum -= part * StrictMath.log(part);
            }
        }
        return BigDecimal.valueOf(sum).setScale(3, RoundingMode.HALF_UP);
    }

    private static @Nullable Span density(int n, int pairs, int yes, int no, Conventions.Network conventions) {
        if (n < conventions.pairsFrom()) {
            return null;
        }
        boolean enough =
                !Ratio.of(yes + (long) no).below(conventions.pairsKnown().times(pairs));
        return new Span(
                enough ? Ratio.of(yes, yes + (long) no) : null,
                Ratio.of(yes, pairs),
                Ratio.of(pairs - (long) no, pairs));
    }

    private static @Nullable Ratio share(long part, int n) {
        return n == 0 ? null : Ratio.HUNDRED.times(part).dividedBy(n);
    }

    /** Contributions that exactly so many partners bring. */
    private static List<Contribution> brought(List<Partner> partners, int times) {
        return Arrays.stream(Contribution.values())
                .filter(what -> partners.stream()
                                .filter(partner -> partner.brings(what))
                                .count()
                        == times)
                .toList();
    }

    private static Ratio proximity(List<Partner> partners) {
        int near = partners.stream()
                .mapToInt(partner -> FARTHEST - partner.reach().ordinal())
                .sum();
        return Ratio.HUNDRED.times(near).dividedBy((long) FARTHEST * partners.size());
    }

    /**
     * Equal weights, for the study gives signs and no magnitudes. Without a density the mean of the other two is told, but
     * it can lie outside its own bounds: the network then gives no point to the readiness.
     */
    private static @Nullable Span support(
            @Nullable Ratio diversity, @Nullable Span density, @Nullable Ratio makeKnown, int needed) {
        List<Span> parts = new ArrayList<>();
        if (diversity != null) {
            parts.add(Span.exactly(diversity));
        }
        if (density != null) {
            parts.add(density.map(Ratio.HUNDRED::times));
        }
        if (makeKnown != null) {
            parts.add(Span.exactly(makeKnown));
        }
        if (parts.size() < needed) {
            return null;
        }
        List<Ratio> points =
                parts.stream().filter(Span::isKnown).map(Span::point).toList();
        return new Span(
                points.size() < needed ? null : mean(points),
                mean(parts.stream().map(Span::low).toList()),
                mean(parts.stream().map(Span::high).toList()));
    }

    private static Ratio mean(List<Ratio> values) {
        return values.stream().reduce(Ratio.ZERO, Ratio::plus).dividedBy(values.size());
    }

    private static @Nullable NetworkShape shape(
            @Nullable Span density, @Nullable Ratio largest, Conventions.Network conventions) {
        Ratio known = density == null ? null : density.point();
        if (known == null || largest == null) {
            return null;
        }
        return NetworkShape.of(
                !known.below(conventions.dense()), conventions.homogeneous().below(largest));
    }
}
