package org.tremplin.transparency.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tremplin.campaign.Amended;
import org.tremplin.campaign.Plan;
import org.tremplin.donation.Settled;
import org.tremplin.transparency.CampaignUse;
import org.tremplin.transparency.GiftTrace;
import org.tremplin.transparency.Spent;

/** Claire's 30 € of the sample data, and what the property test does not say. */
class TracedGiftTest {

    private static final UUID CAMPAIGN = new UUID(7, 7);
    private static final LocalDate DAY = LocalDate.of(2026, 10, 14);

    private final UUID tank = UUID.randomUUID();
    private final UUID house = UUID.randomUUID();
    private final UUID soil = UUID.randomUUID();
    private final UUID costs = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    private final Plan launch = plan(
            line(tank, "Récupérateur et pompe", 115_000),
            line(house, "Serre et châssis", 120_000),
            line(soil, "Terre et outils", 45_000),
            line(costs, "Faire campagne", 20_000));
    private final Plan bought = plan(
            line(tank, "Récupérateur et pompe", 130_000),
            line(house, "Serre et châssis", 120_000),
            line(soil, "Terre et outils", 30_000),
            line(costs, "Faire campagne", 20_000));
    private final Plan closed = plan(
            line(tank, "Récupérateur et pompe", 130_000),
            line(house, "Serre et châssis", 120_000),
            line(soil, "Terre et outils", 30_000),
            line(costs, "Faire campagne", 10_000),
            line(second, "Deuxième récupérateur", 34_000));
    private final List<Amended> amendments = List.of(
            new Amended(
                    2,
                    Instant.parse("2026-09-20T10:00:00Z"),
                    "la mairie prête les outils",
                    "PRESIDENT",
                    launch,
                    bought),
            new Amended(
                    3, Instant.parse("2026-10-20T10:00:00Z"), "un second récupérateur", "TREASURER", bought, closed));

    @Test
    void tellsClairesThirtyEurosToTheCent() {
        GiftTrace trace = trace(3_000, null, 1, before(100_000), spent(tank, 126_150), amendments);
        assertThat(trace.parts()).extracting(GiftTrace.Part::cents).containsExactly(1_204L, 1_111L, 278L, 92L, 315L);
        assertThat(trace.parts()).extracting(GiftTrace.Part::label).contains("Serre et châssis");
        assertThat(trace.cents()).isEqualTo(3_000);
    }

    @Test
    void tellsWhatEachAmendmentChangedOfIt() {
        GiftTrace trace = trace(3_000, null, 1, before(0), List.of(), amendments);
        assertThat(trace.changes()).hasSize(2);
        GiftTrace.Change first = trace.changes().get(0);
        assertThat(first.reason()).isEqualTo("la mairie prête les outils");
        assertThat(first.shares()).extracting(GiftTrace.Share::beforeCents).containsExactly(1_150L, 1_200L, 450L, 200L);
        assertThat(trace.changes().get(1).shares())
                .extracting(GiftTrace.Share::afterCents)
                .containsExactly(1_204L, 1_111L, 278L, 92L, 315L);
    }

    @Test
    void doesNotTellWhatChangedBeforeItsDonorSawThePage() {
        assertThat(trace(3_000, null, 3, before(0), List.of(), amendments).changes())
                .isEmpty();
        assertThat(trace(3_000, null, 2, before(0), List.of(), amendments).changes())
                .hasSize(1);
    }

    @Test
    void spendsTheOldestGiftsFirst() {
        // 1,000 € of gifts stand before it: 401.23 € of them on this line
        assertThat(part(trace(3_000, null, 3, before(100_000), spent(tank, 40_000), List.of()))
                        .boughtCents())
                .isZero();
        assertThat(part(trace(3_000, null, 3, before(100_000), spent(tank, 40_500), List.of()))
                        .boughtCents())
                .isEqualTo(377);
        GiftTrace.Part all = part(trace(3_000, null, 3, before(100_000), spent(tank, 64_900, 61_250), List.of()));
        assertThat(all.leftCents()).isZero();
        assertThat(all.bought()).hasSize(1);
        assertThat(all.bought().get(0).spent().purpose()).isEqualTo("achat 0");
    }

    @Test
    void tellsEachPurchaseItTookPartIn() {
        GiftTrace.Part part = part(trace(3_000, null, 3, before(100_000), spent(tank, 40_500, 500, 90_000), List.of()));
        assertThat(part.bought()).extracting(GiftTrace.Bought::cents).containsExactly(377L, 500L, 327L);
        assertThat(part.boughtCents()).isEqualTo(part.cents());
    }

    @Test
    void staysOnTheLineItsDonorChose() {
        GiftTrace trace = trace(3_000, soil, 1, before(100_000), spent(soil, 10_000), amendments);
        assertThat(trace.parts()).singleElement().satisfies(only -> {
            assertThat(only.line()).isEqualTo(soil);
            assertThat(only.index()).isEqualTo(2);
            // 92.59 € of the shared gifts stand before it there
            assertThat(only.boughtCents()).isEqualTo(741);
        });
        assertThat(trace.changes()).isEmpty();
    }

    @Test
    void countsTheChosenGiftsBeforeItOnTheirLineOnly() {
        Settled before = new Settled(0, Map.of(tank, 50_000L));
        assertThat(part(trace(3_000, null, 3, before, spent(tank, 50_000), List.of()))
                        .boughtCents())
                .isZero();
        assertThat(part(trace(3_000, null, 3, new Settled(0, Map.of(house, 50_000L)), spent(tank, 50_000), List.of()))
                        .leftCents())
                .isZero();
    }

    @Test
    void paysTheFeesThatNoExpenseTells() {
        CampaignUse use = use(Map.of(costs, 5_000L));
        GiftTrace.Part part = new TracedGift(3_000, null, 3, closed, before(0), use, List.of(), List.of())
                .trace()
                .parts()
                .get(3);
        assertThat(part.bought()).singleElement().satisfies(fees -> {
            assertThat(fees.spent()).isNull();
            assertThat(fees.cents()).isEqualTo(92);
        });
    }

    @Test
    void leavesToOtherResourcesWhatTheyPaid() {
        Spent other = new Spent(
                UUID.randomUUID(), DAY, "payé par la ville", "", "", "", List.of(new Spent.Part(tank, 90_000, false)));
        GiftTrace trace =
                new TracedGift(3_000, null, 3, closed, before(0), use(Map.of()), List.of(other), List.of()).trace();
        assertThat(trace.boughtCents()).isZero();
    }

    private GiftTrace trace(
            long cents, UUID chosen, int edition, Settled before, List<Spent> spent, List<Amended> amendments) {
        return new TracedGift(cents, chosen, edition, closed, before, use(spent), spent, amendments).trace();
    }

    private GiftTrace.Part part(GiftTrace trace) {
        return trace.parts().get(0);
    }

    private static Settled before(long shared) {
        return new Settled(shared, Map.of());
    }

    private static List<Spent> spent(UUID line, long... cents) {
        return java.util.stream.IntStream.range(0, cents.length)
                .mapToObj(at -> new Spent(
                        UUID.randomUUID(),
                        DAY.plusDays(at),
                        "achat " + at,
                        "",
                        "",
                        "",
                        List.of(new Spent.Part(line, cents[at], true))))
                .toList();
    }

    private CampaignUse use(List<Spent> spent) {
        Map<UUID, Long> sums = new java.util.HashMap<>();
        spent.forEach(one -> one.parts().forEach(part -> sums.merge(part.line(), part.cents(), Long::sum)));
        return use(sums);
    }

    private CampaignUse use(Map<UUID, Long> spent) {
        return new CampaignUse(
                CAMPAIGN,
                closed.lines().stream()
                        .map(line -> new CampaignUse.Line(
                                line.id(),
                                line.label(),
                                false,
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

    private static Plan plan(Plan.BudgetLine... lines) {
        return Plan.empty("fr", "Un puits et une serre", "", lines[0]).budgeted(List.of(lines), List.of(), "", "");
    }

    private static Plan.BudgetLine line(UUID id, String label, long cents) {
        return new Plan.BudgetLine(id, label, "", cents, cents, Plan.Need.MONEY, false, "", false);
    }
}
