package org.tremplin.capacity;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a network of partners. Nothing here but the support is in any score, and that link is Tremplin's own.
 *
 * @param partners their number; figures that need more partners are missing
 * @param blau the chance that two partners differ in type, 0 to below 1
 * @param blauMost the most it can be for so many partners
 * @param effectiveTypes as if that many types in equal parts
 * @param shannon of the types, 3 decimals; beside Blau, in no score
 * @param largestShare of one type, 0 to 1
 * @param diversity Blau beside the most it can be, 0 to 100
 * @param pairs of partners, of which so many tied, not tied and unknown
 * @param density tied pairs of the known pairs, 0 to 1, with what unknown pairs could make of it
 * @param makeKnown partners who bring visibility or information, 0 to 100
 * @param cover contributions that some partner brings, 0 to 100
 * @param singleSource contributions that rest on one partner
 * @param missing contributions that nobody brings
 * @param proximity how near partners are, 0 to 100; in no score
 * @param international share of partners abroad, 0 to 100; in no score
 * @param support mean of diversity, density and visibility, 0 to 100
 * @param shape in words only
 */
public record NetworkScore(
        int partners,
        @Nullable Ratio blau,
        @Nullable Ratio blauMost,
        @Nullable Ratio effectiveTypes,
        @Nullable BigDecimal shannon,
        @Nullable Ratio largestShare,
        @Nullable Ratio diversity,
        int pairs,
        int tied,
        int notTied,
        int unknown,
        @Nullable Span density,
        @Nullable Ratio makeKnown,
        Ratio cover,
        List<Contribution> singleSource,
        List<Contribution> missing,
        @Nullable Ratio proximity,
        @Nullable Ratio international,
        @Nullable Span support,
        @Nullable NetworkShape shape) {

    public NetworkScore {
        singleSource = List.copyOf(singleSource);
        missing = List.copyOf(missing);
    }

    /** The support as it is told: a mean of fewer parts, where the density is not known, may lie outside of its bounds. */
    public @Nullable Span toldSupport() {
        return support == null ? null : support.bounded();
    }
}
