package org.tremplin.money;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Shares that lose no cent: the method of the largest remainder. Ties go to the earlier share. */
public final class Shares {

    private Shares() {}

    /**
     * @param cents the whole, of either sign
     * @param weights none negative, at least one above zero
     * @return as many parts as weights; their sum is the whole, each within one cent of its exact share
     */
    public static List<Long> of(long cents, List<Long> weights) {
        BigInteger sum = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.signum() <= 0 || weights.stream().anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("Weights must not be negative and not all zero: " + weights);
        }
        BigInteger whole = BigInteger.valueOf(cents).abs();
        List<Long> parts = new ArrayList<>();
        List<BigInteger> remainders = new ArrayList<>();
        long given = 0;
        for (long weight : weights) {
            BigInteger[] share = whole.multiply(BigInteger.valueOf(weight)).divideAndRemainder(sum);
            parts.add(share[0].longValueExact());
            remainders.add(share[1]);
            given += share[0].longValueExact();
        }
        long missing = whole.longValueExact() - given;
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders.get(i)).reversed())
                .limit(missing)
                .forEach(i -> parts.set(i, parts.get(i) + 1));
        return cents < 0 ? parts.stream().map(part -> -part).toList() : List.copyOf(parts);
    }
}
