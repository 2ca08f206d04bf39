package org.tremplin.site.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.Goal;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.Plan.BudgetLine;
import org.tremplin.money.MoneyText;
import org.tremplin.money.Shares;
import org.tremplin.platform.web.DayText;
import org.tremplin.site.card.LineColour;
import org.tremplin.site.card.Progress;
import org.tremplin.site.card.SplitBar;
import org.tremplin.site.totals.Received;
import org.tremplin.transparency.CampaignUse;

/**
 * Where each euro goes: the lines with what they received, and both sides of the whole budget.
 *
 * @param received nothing before the first gift
 * @param spent of it, none while nothing is
 * @param proven part of what is spent, in percent; none while nothing is, or {@code feesAlone}
 * @param feesAlone only payment fees were spent: no expense yet
 * @param on day of the last movement
 * @param fees sum the provider kept, none when nothing is known of it
 * @param feesAwaited whether there is more of them to come
 * @param undecided given to a line that is no more, none when there is nothing
 * @param goal as promised when the campaign opened
 * @param asked of gifts by its lines, which amendments may have raised since
 * @param total of each side
 */
record Budget(
        @Nullable String received,
        @Nullable String spent,
        @Nullable String proven,
        boolean feesAlone,
        @Nullable String on,
        @Nullable String fees,
        boolean feesAwaited,
        List<Segment> split,
        List<Line> lines,
        @Nullable String undecided,
        String goal,
        String asked,
        List<Resource> resources,
        String total) {

    /** A part of the picture. */
    record Segment(String colour, String x, String width, String label, String percent) {}

    /**
     * @param asked from gifts, none when other resources pay the whole line
     * @param planned the whole cost, where it is more than what is asked
     * @param fees the automatic line of collection costs
     * @param spent of gifts, none while nothing is
     * @param proven part of it, in percent; none while nothing is spent
     * @param free needs no money: somebody's time, a loan
     */
    record Line(
            String colour,
            String label,
            String purpose,
            String result,
            boolean indispensable,
            boolean fees,
            boolean free,
            @Nullable String need,
            @Nullable String asked,
            @Nullable String planned,
            String cost,
            String received,
            Progress progress,
            @Nullable String spent,
            @Nullable String proven,
            String spentWidth) {}

    /** @param state key of its state; @param on day it was or will be decided */
    record Resource(
            String label,
            String amount,
            String state,
            @Nullable String on) {}

    static Budget of(
            Plan plan, Goal goal, Received received, @Nullable String on, @Nullable CampaignUse use, Locale locale) {
        List<BudgetLine> lines = plan.lines();
        List<Long> shares = received.byLine(lines);
        long undecided = received.undecided(lines);
        return new Budget(
                received.cents() > 0 ? MoneyText.brief(received.cents(), locale) : null,
                use != null && use.total().spentCents() > 0
                        ? MoneyText.brief(use.total().spentCents(), locale)
                        : null,
                use == null || use.provenPercent() == null ? null : proven(use.total(), locale),
                use != null && use.total().spentCents() > 0 && use.provenPercent() == null,
                on,
                received.feesCents() == 0 ? null : MoneyText.exact(received.feesCents(), locale),
                received.feesAwaited(),
                split(lines, locale),
                IntStream.range(0, lines.size())
                        .mapToObj(i -> line(i, lines.get(i), shares.get(i), use, locale))
                        .toList(),
                undecided > 0 ? MoneyText.exact(undecided, locale) : null,
                MoneyText.brief(goal.cents(), locale),
                MoneyText.brief(plan.goalCents(), locale),
                plan.resources().stream()
                        .map(resource -> new Resource(
                                resource.label(),
                                MoneyText.brief(resource.cents(), locale),
                                "campaign.resource." + resource.state().name().toLowerCase(Locale.ROOT),
                                resource.on() == null ? null : DayText.text(resource.on(), locale)))
                        .toList(),
                MoneyText.brief(plan.plannedCents(), locale));
    }

    /** Of what gifts paid; none in a draft. */
    private static @Nullable String proven(CampaignUse.@Nullable Line line, Locale locale) {
        if (line == null || line.spentCents() <= 0) {
            return null;
        }
        return Progress.percent(Math.max(0, 100 * line.provenCents() / line.spentCents()), locale);
    }

    private static Line line(int index, BudgetLine line, long received, @Nullable CampaignUse use, Locale locale) {
        CampaignUse.Line found = use == null ? null : use.line(line.id());
        long spent = found == null ? 0 : found.spentCents();
        boolean asks = line.askedCents() > 0;
        return new Line(
                LineColour.of(index),
                line.label(),
                line.purpose(),
                line.expectedResult(),
                line.indispensable(),
                line.collectionCosts(),
                line.plannedCents() == 0,
                line.need() == Plan.Need.MONEY
                        ? null
                        : "campaign.need." + line.need().name().toLowerCase(Locale.ROOT),
                asks ? MoneyText.brief(line.askedCents(), locale) : null,
                line.plannedCents() == line.askedCents() ? null : MoneyText.brief(line.plannedCents(), locale),
                MoneyText.brief(line.plannedCents(), locale),
                MoneyText.brief(received, locale),
                Progress.of(received, line.askedCents(), locale),
                spent > 0 ? MoneyText.brief(spent, locale) : null,
                proven(found, locale),
                Progress.of(spent, line.askedCents(), locale).width());
    }

    /** By the parts asked; lines after the sixth are drawn together. The percentages add up to 100. */
    private static List<Segment> split(List<BudgetLine> lines, Locale locale) {
        List<Long> asked = lines.stream().map(BudgetLine::askedCents).toList();
        long goal = asked.stream().mapToLong(Long::longValue).sum();
        if (goal <= 0) {
            return List.of();
        }
        List<Long> percents = Shares.of(100, asked);
        List<Segment> segments = new ArrayList<>();
        double x = 0;
        long others = 0;
        long othersPercent = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (i >= LineColour.OWN) {
                others += asked.get(i);
                othersPercent += percents.get(i);
            } else if (asked.get(i) > 0) {
                double width = SplitBar.WIDTH * asked.get(i) / goal;
                segments.add(segment(
                        LineColour.of(i), x, width, lines.get(i).label(), Progress.percent(percents.get(i), locale)));
                x += width;
            }
        }
        if (others > 0) {
            segments.add(segment(
                    LineColour.OTHERS, x, SplitBar.WIDTH * others / goal, "", Progress.percent(othersPercent, locale)));
        }
        return List.copyOf(segments);
    }

    private static Segment segment(String colour, double x, double width, String label, String percent) {
        return new Segment(colour, SplitBar.length(x), SplitBar.part(width), label, percent);
    }
}
