package org.tremplin.money;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Amounts rounded to the euro so that they still add up: the largest remainders are rounded up. */
public final class WholeEuros {

    private static final long EURO = 100;

    private WholeEuros() {}

    /**
     * @param cents of either sign
     * @return cents without any odd ones; their sum is the sum rounded half up, each less than a euro off
     */
    public static List<Long> of(List<Long> cents) {
        long sum = cents.stream().mapToLong(Long::longValue).sum();
        long floors =
                cents.stream().mapToLong(amount -> Math.floorDiv(amount, EURO)).sum();
        long up = Math.floorDiv(sum + EURO / 2, EURO) - floors;
        var raised = IntStream.range(0, cents.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> Math.floorMod(cents.get(i), EURO))
                        .reversed())
                .limit(up)
                .collect(Collectors.toSet());
        return IntStream.range(0, cents.size())
                .mapToObj(i -> (Math.floorDiv(cents.get(i), EURO) + (raised.contains(i) ? 1 : 0)) * EURO)
                .toList();
    }
}
