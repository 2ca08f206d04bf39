package org.tremplin.transparency.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.tremplin.campaign.Plan;
import org.tremplin.ledger.LineBalance;
import org.tremplin.transparency.CampaignUse;

/** After any history of 500 gifts, refunds, disputes, fees, expenses and amendments the figures equal the entries. */
class FiguresPropertyTest {

    private static final int STEPS = 500;
    private static final UUID CAMPAIGN = new UUID(7, 7);

    @Property(tries = 60)
    void equalTheEntriesToTheCent(@ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long seed) {
        History history = new History(new Random(seed));
        for (int step = 0; step < STEPS; step++) {
            history.step();
            if (step % 25 == 0) {
                history.check();
            }
        }
        history.check();
    }

    /** An entry that counts: of which line, of gifts or spent, of which money. */
    private record Line(UUID line, long received, long spent, boolean gifts) {}

    private static final class History {
        private final Random random;
        private final List<Line> entries = new ArrayList<>();
        private final List<Line> reversible = new ArrayList<>();
        private List<Plan.BudgetLine> lines = new ArrayList<>();

        History(Random random) {
            this.random = random;
            for (int line = 0; line < 2 + random.nextInt(6); line++) {
                lines.add(line(UUID.randomUUID(), line == 0));
            }
        }

        void step() {
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> enter(new Line(null, cents(), 0, true));
                case 4 -> enter(new Line(some().id(), cents(), 0, true));
                case 5 -> entries.add(new Line(lines.get(0).id(), 0, 1 + random.nextInt(300), true)); // a fee
                case 6, 7 -> enter(new Line(some().id(), 0, cents(), random.nextInt(4) > 0));
                case 8 -> reverse();
                default -> amend();
            }
        }

        /** A refund, a lost dispute or an expense taken back; what was won again is entered anew. */
        private void reverse() {
            if (!reversible.isEmpty()) {
                Line gone = reversible.remove(random.nextInt(reversible.size()));
                entries.add(new Line(gone.line(), -gone.received(), -gone.spent(), gone.gifts()));
            }
        }

        /** Other amounts on the lines, sometimes one more; a line that was public stays. */
        private void amend() {
            lines = lines.stream()
                    .map(line -> line(line.id(), line.collectionCosts()))
                    .collect(Collectors.toCollection(ArrayList::new));
            if (lines.size() < 12 && random.nextBoolean()) {
                lines.add(line(UUID.randomUUID(), false));
            }
        }

        private void enter(Line line) {
            entries.add(line);
            reversible.add(line);
        }

        void check() {
            CampaignUse use = new Figures(
                            CAMPAIGN,
                            Plan.empty("fr", "Essai", "", lines.get(0)).budgeted(lines, List.of(), "", ""),
                            balances(),
                            Map.of(),
                            Map.of(),
                            Map.of(),
                            Map.of())
                    .make();
            assertThat(use.lines()).hasSameSizeAs(lines);
            assertThat(use.total().receivedCents())
                    .isEqualTo(entries.stream().mapToLong(Line::received).sum());
            assertThat(use.total().spentCents() + use.total().elsewhereSpentCents())
                    .isEqualTo(entries.stream().mapToLong(Line::spent).sum());
            assertThat(use.total().leftCents())
                    .isEqualTo(use.lines().stream()
                            .mapToLong(CampaignUse.Line::leftCents)
                            .sum());
            for (CampaignUse.Line line : use.lines()) {
                List<Line> own = entries.stream()
                        .filter(entry -> line.id().equals(entry.line()))
                        .toList();
                assertThat(line.chosenCents())
                        .isEqualTo(own.stream().mapToLong(Line::received).sum());
                assertThat(line.receivedCents()).isGreaterThanOrEqualTo(line.chosenCents());
                assertThat(line.spentCents())
                        .isEqualTo(own.stream()
                                .filter(Line::gifts)
                                .mapToLong(Line::spent)
                                .sum());
                assertThat(line.elsewhereSpentCents())
                        .isEqualTo(own.stream()
                                .filter(entry -> !entry.gifts())
                                .mapToLong(Line::spent)
                                .sum());
                assertThat(line.toDecideCents()).isBetween(0L, Math.max(0, line.chosenCents()));
            }
        }

        private List<LineBalance> balances() {
            List<UUID> keys = new ArrayList<>();
            keys.add(null);
            lines.forEach(line -> keys.add(line.id()));
            return keys.stream()
                    .map(key -> {
                        List<Line> own = entries.stream()
                                .filter(entry -> Objects.equals(key, entry.line()))
                                .toList();
                        return new LineBalance(
                                CAMPAIGN,
                                key,
                                own.stream().mapToLong(Line::received).sum(),
                                own.stream().mapToLong(Line::spent).sum(),
                                own.stream()
                                        .filter(entry -> !entry.gifts())
                                        .mapToLong(Line::spent)
                                        .sum());
                    })
                    .toList();
        }

        private Plan.BudgetLine some() {
            return lines.get(random.nextInt(lines.size()));
        }

        private long cents() {
            return 100 + random.nextInt(20_000);
        }

        private Plan.BudgetLine line(UUID id, boolean costs) {
            long asked = random.nextInt(5) == 0 ? 0 : random.nextInt(200_000);
            return new Plan.BudgetLine(
                    id, "Ligne", "", asked + random.nextInt(3) * 1_000L, asked, Plan.Need.MONEY, false, "", costs);
        }
    }
}
