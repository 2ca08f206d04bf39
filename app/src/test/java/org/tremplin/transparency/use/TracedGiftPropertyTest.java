package org.tremplin.transparency.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.tremplin.campaign.Plan;
import org.tremplin.donation.Settled;
import org.tremplin.transparency.CampaignUse;
import org.tremplin.transparency.GiftTrace;
import org.tremplin.transparency.Spent;

/** After any sequence of gifts and expenses every gift adds up, and together they never bought more than was spent. */
class TracedGiftPropertyTest {

    private static final int GIFTS = 40;
    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

    @Property(tries = 150)
    void addsUpAndSpendsInOrder(@ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long seed) {
        Random random = new Random(seed);
        Plan plan = plan(random);
        List<Spent> spending = spending(random, plan);
        Map<UUID, Long> spent = new HashMap<>();
        spending.forEach(one -> one.parts().forEach(part -> spent.merge(part.line(), part.cents(), Long::sum)));
        CampaignUse use = use(plan, spent);

        long shared = 0;
        Map<UUID, Long> chosen = new HashMap<>();
        Map<UUID, Long> bought = new HashMap<>();
        Map<UUID, Boolean> over = new HashMap<>();
        for (int gift = 0; gift < GIFTS; gift++) {
            UUID line = random.nextInt(4) == 0
                    ? plan.lines().get(random.nextInt(plan.lines().size())).id()
                    : null;
            long cents = 100 + random.nextInt(20_000);
            GiftTrace trace =
                    new TracedGift(cents, line, 1, plan, new Settled(shared, chosen), use, spending, List.of()).trace();

            assertThat(trace.parts().stream().mapToLong(GiftTrace.Part::cents).sum())
                    .isEqualTo(cents);
            for (GiftTrace.Part part : trace.parts()) {
                assertThat(part.boughtCents()).isBetween(0L, part.cents());
                assertThat(line == null || part.line().equals(line)).isTrue();
                // who comes later has nothing bought where an earlier gift waits
                assertThat(over.getOrDefault(part.line(), false) && part.boughtCents() > 0)
                        .isFalse();
                over.merge(part.line(), part.leftCents() > 1, Boolean::logicalOr);
                bought.merge(part.line(), part.boughtCents(), Long::sum);
            }
            if (line == null) {
                shared += cents;
            } else {
                chosen.merge(line, cents, Long::sum);
            }
        }
        // each gift is split into whole cents of its own: a cent each at most
        bought.forEach((line, cents) -> assertThat(cents).isLessThanOrEqualTo(spent.getOrDefault(line, 0L) + GIFTS));
    }

    private static Plan plan(Random random) {
        List<Plan.BudgetLine> lines = new ArrayList<>();
        for (int line = 0; line < 1 + random.nextInt(7); line++) {
            long asked = random.nextInt(5) == 0 ? 0 : 1 + random.nextInt(900_000);
            lines.add(new Plan.BudgetLine(
                    UUID.randomUUID(), "Ligne " + line, "", asked, asked, Plan.Need.MONEY, false, "", line == 0));
        }
        return Plan.empty("fr", "Essai", "", lines.get(0)).budgeted(lines, List.of(), "", "");
    }

    private static List<Spent> spending(Random random, Plan plan) {
        List<Spent> spending = new ArrayList<>();
        for (int expense = 0; expense < random.nextInt(20); expense++) {
            List<Spent.Part> parts = new ArrayList<>();
            for (int part = 0; part <= random.nextInt(2); part++) {
                parts.add(new Spent.Part(
                        plan.lines().get(random.nextInt(plan.lines().size())).id(), 1 + random.nextInt(30_000), true));
            }
            spending.add(new Spent(UUID.randomUUID(), DAY.plusDays(expense), "", "", "", "", parts));
        }
        return spending;
    }

    private static CampaignUse use(Plan plan, Map<UUID, Long> spent) {
        return new CampaignUse(
                new UUID(7, 7),
                plan.lines().stream()
                        .map(line -> new CampaignUse.Line(
                                line.id(),
                                line.label(),
                                line.collectionCosts(),
                                line.plannedCents(),
                                line.askedCents(),
                                0,
                                0,
                                0,
                                0,
                                spent.getOrDefault(line.id(), 0L),
                                0,
                                0,
                                0,
                                0,
                                0,
                                null,
                                List.of()))
                        .toList(),
                List.of());
    }
}
