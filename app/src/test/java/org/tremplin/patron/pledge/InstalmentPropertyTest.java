package org.tremplin.patron.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Under any order of what can happen, no cent of a promise is lost or counted twice. */
class InstalmentPropertyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    enum What {
        /** A gift settles. */
        SETTLE,
        /** A part of it goes back. */
        RETURN,
        /** What went back comes again. */
        COME_AGAIN,
        /** The report is published, or its day comes. */
        RELEASE,
        WITHDRAW
    }

    record Happening(What what, int gift, long cents) {}

    @Property(tries = 2_000)
    void addsUpToWhatWasPromised(
            @ForAll("happenings") List<Happening> happenings,
            @ForAll @LongRange(min = 100, max = 500_000) long promised) {
        Instalment one =
                new Instalment(UUID.randomUUID(), 1, promised, Condition.day(DAY), "REFERENCE", "key", null, null, 0);
        Map<Integer, Long> settled = new HashMap<>();
        Map<Integer, Long> gone = new HashMap<>();
        int day = 0;
        for (Happening next : happenings) {
            LocalDate today = DAY.plusDays(day += 5);
            InstalmentState before = one.state(today);
            one = switch (next.what()) {
                case RELEASE -> one.released(today);
                case WITHDRAW -> one.withdrawn(today);
                default -> {
                    happens(next, settled, gone);
                    yield one.paid(net(settled, gone));
                }
            };
            InstalmentState after = one.state(today);
            assertThat(before == after || before.canBecome(after))
                    .as("%s becomes %s", before, after)
                    .isTrue();
            assertThat(one.awaitedCents() + one.dueCents() + one.receivedCents() + one.withdrawnCents())
                    .isEqualTo(promised);
            assertThat(one.receivedCents()).isEqualTo(Math.min(promised, net(settled, gone)));
        }
    }

    /** Facts come twice and in any order: only the sets of them count. */
    @Property(tries = 500)
    void endsTheSameInAnyOrder(@ForAll("happenings") List<Happening> happenings) {
        List<Happening> backwards = new ArrayList<>(happenings);
        Collections.reverse(backwards);
        assertThat(parts(happenings)).isEqualTo(parts(backwards));
        List<Happening> twice = new ArrayList<>(happenings);
        twice.addAll(happenings);
        assertThat(parts(twice)).isEqualTo(parts(happenings));
    }

    /** As the rows have it: a gift is written once, and what went back of it is read anew. */
    private static List<Long> parts(List<Happening> happenings) {
        Map<Integer, Long> settled = new HashMap<>();
        Instalment one =
                new Instalment(UUID.randomUUID(), 1, 10_000, Condition.day(DAY), "REFERENCE", "key", null, null, 0);
        for (Happening next : happenings) {
            if (next.what() == What.SETTLE) {
                settled.putIfAbsent(next.gift(), 1_000L * (next.gift() + 1));
            }
            one = switch (next.what()) {
                case RELEASE -> one.released(DAY);
                case WITHDRAW -> one.withdrawn(DAY);
                default -> one.paid(net(settled, Map.of()));
            };
        }
        return List.of(one.awaitedCents(), one.dueCents(), one.receivedCents(), one.withdrawnCents());
    }

    private static void happens(Happening next, Map<Integer, Long> settled, Map<Integer, Long> gone) {
        switch (next.what()) {
            case SETTLE -> settled.putIfAbsent(next.gift(), next.cents());
            case RETURN -> gone.put(next.gift(), Math.min(settled.getOrDefault(next.gift(), 0L), next.cents()));
            default -> gone.put(next.gift(), 0L);
        }
    }

    private static long net(Map<Integer, Long> settled, Map<Integer, Long> gone) {
        return settled.entrySet().stream()
                .mapToLong(gift -> gift.getValue() - gone.getOrDefault(gift.getKey(), 0L))
                .sum();
    }

    @Provide
    Arbitrary<List<Happening>> happenings() {
        return Combinators.combine(
                        Arbitraries.of(What.class),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.longs().between(1, 300_000))
                .as(Happening::new)
                .list()
                .ofMaxSize(25);
    }
}
