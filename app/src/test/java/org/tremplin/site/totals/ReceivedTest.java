package org.tremplin.site.totals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.Plan.BudgetLine;

class ReceivedTest {

    @Property(tries = 300)
    @Tag("incident-17")
    @Label("incident 17: the lines shown add up to the total shown")
    void losesNoCentBetweenLines(
            @ForAll @Size(min = 1, max = 12) List<@LongRange(min = 0, max = 5_000_000) Long> asked,
            @ForAll @LongRange(min = 0, max = 20_000_000) long free,
            @ForAll @Size(max = 4) List<@LongRange(min = 1, max = 900_000) Long> chosen,
            @ForAll @IntRange(min = 0, max = 1) int gone) {
        List<BudgetLine> lines = asked.stream().map(ReceivedTest::line).toList();
        Map<UUID, Long> byLine = new HashMap<>();
        IntStream.range(0, Math.min(chosen.size(), lines.size()))
                .forEach(i -> byLine.put(lines.get(i).id(), chosen.get(i)));
        if (gone == 1) {
            byLine.put(UUID.randomUUID(), 777L);
        }
        long directed = byLine.values().stream().mapToLong(Long::longValue).sum();
        Received received = new Received(free + directed, 3, 0, 0, false, byLine, null);

        long shown = received.byLine(lines).stream().mapToLong(Long::longValue).sum() + received.undecided(lines);

        boolean nobodyAsks = asked.stream().allMatch(part -> part == 0);
        assertThat(shown).isEqualTo(received.cents() - (nobodyAsks ? free : 0));
    }

    @Test
    void leavesChosenMoneyOnItsLine() {
        List<BudgetLine> lines = List.of(line(300_00), line(100_00));
        Received received =
                new Received(50_00, 2, 0, 0, false, Map.of(lines.get(1).id(), 10_00L), null);
        assertThat(received.byLine(lines)).containsExactly(30_00L, 20_00L);
    }

    @Test
    void keepsMoneyOfAVanishedLineApart() {
        List<BudgetLine> lines = List.of(line(100_00));
        Received received = new Received(50_00, 2, 0, 0, false, Map.of(UUID.randomUUID(), 10_00L), null);
        assertThat(received.byLine(lines)).containsExactly(40_00L);
        assertThat(received.undecided(lines)).isEqualTo(10_00L);
    }

    private static BudgetLine line(long asked) {
        return new BudgetLine(UUID.randomUUID(), "Terre", "", asked, asked, Plan.Need.MONEY, true, "", false);
    }
}
