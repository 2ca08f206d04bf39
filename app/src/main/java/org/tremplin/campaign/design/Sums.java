package org.tremplin.campaign.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tremplin.campaign.Plan;
import org.tremplin.money.MoneyText;
import org.tremplin.money.Shares;

/**
 * Both sides of the budget in words and lengths, beside the form.
 *
 * @param balanced whether total cost = gifts + other resources
 * @param gap what is missing on one side, without sign
 * @param costsMore whether the lines cost more than the resources bring
 * @param minimumPercent length of the minimum on the bar of the goal, 0–100
 * @param shares how the goal is shared over its lines
 * @param prices of the lines, in their order; empty for one without money
 * @param brought by the other resources, in their order
 */
record Sums(
        String planned,
        String goal,
        String minimum,
        String others,
        boolean some,
        boolean balanced,
        String gap,
        boolean costsMore,
        int minimumPercent,
        List<Share> shares,
        List<String> withoutMoney,
        List<String> prices,
        List<String> brought) {

    private static final int COLOURS = 6;

    /**
     * @param x start on the bar, percent
     * @param width length on the bar, percent
     * @param colour 1–6
     */
    record Share(String label, String percent, double x, double width, int colour) {}

    static Sums of(Plan plan, Locale locale) {
        long planned = plan.plannedCents();
        long goal = plan.goalCents();
        long gap = planned - goal - plan.otherResourcesCents();
        return new Sums(
                MoneyText.brief(planned, locale),
                MoneyText.brief(goal, locale),
                MoneyText.brief(plan.minimumCents(), locale),
                MoneyText.brief(plan.otherResourcesCents(), locale),
                planned > 0 || goal > 0,
                gap == 0,
                MoneyText.brief(Math.abs(gap), locale),
                gap > 0,
                goal == 0 ? 0 : (int) (plan.minimumCents() * 100 / goal),
                shares(plan, goal),
                plan.lines().stream()
                        .filter(line ->
                                line.plannedCents() == 0 && !line.label().isBlank() && !line.collectionCosts())
                        .map(Plan.BudgetLine::label)
                        .toList(),
                plan.lines().stream()
                        .map(line -> line.plannedCents() == 0 ? "" : MoneyText.brief(line.plannedCents(), locale))
                        .toList(),
                plan.resources().stream()
                        .map(other -> MoneyText.brief(other.cents(), locale))
                        .toList());
    }

    private static List<Share> shares(Plan plan, long goal) {
        List<Share> shares = new ArrayList<>();
        List<Plan.BudgetLine> asked =
                plan.lines().stream().filter(line -> line.askedCents() > 0).toList();
        if (asked.isEmpty()) {
            return shares;
        }
        List<Long> percents =
                Shares.of(100, asked.stream().map(Plan.BudgetLine::askedCents).toList());
        double x = 0;
        for (int i = 0; i < asked.size(); i++) {
            double width = Math.round(asked.get(i).askedCents() * 10_000.0 / goal) / 100.0;
            shares.add(new Share(
                    asked.get(i).label(), percents.get(i).toString(), x, Math.max(0.1, width - 0.3), i % COLOURS + 1));
            x = Math.round((x + width) * 100) / 100.0;
        }
        return shares;
    }
}
