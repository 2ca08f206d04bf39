package org.tremplin.operation.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tremplin.association.Role;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.Plan.BudgetLine;
import org.tremplin.campaign.Plan.Need;
import org.tremplin.capacity.Answer;
import org.tremplin.capacity.CampaignType;
import org.tremplin.capacity.Preparation;
import org.tremplin.capacity.Ratio;
import org.tremplin.platform.web.Typography;

/** Plans written as a careful editor types them: French spacing, amounts in euros. */
final class Words {

    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d) (?=\\d{3})");
    private static final long CENTS = 100;

    private Words() {}

    static String text(String french) {
        return Typography.french(THOUSANDS.matcher(french).replaceAll("\u202F"));
    }

    static BudgetLine indispensable(String label, String purpose, long euros, long askedEuros, String result) {
        return line(label, purpose, euros, askedEuros, Need.MONEY, true, result, false);
    }

    static BudgetLine better(String label, String purpose, long euros, String result) {
        return line(label, purpose, euros, euros, Need.MONEY, false, result, false);
    }

    /** What is sought without money. */
    static BudgetLine sought(Need need, String label, String purpose, String result) {
        return line(label, purpose, 0, 0, need, false, result, false);
    }

    static BudgetLine costs(String label, String purpose, long euros, String result) {
        return line(label, purpose, euros, euros, Need.MONEY, false, result, true);
    }

    /**
     * The plan as an amendment makes it.
     *
     * @param euros by which a line asks and costs more, by its label
     * @param added lines, after the others
     */
    static Plan moved(Plan plan, Map<String, Long> euros, List<BudgetLine> added) {
        Stream<BudgetLine> lines =
                plan.lines().stream().map(line -> more(line, euros.getOrDefault(line.label(), 0L) * CENTS));
        return plan.budgeted(
                Stream.concat(lines, added.stream()).toList(), plan.resources(), plan.belowGoal(), plan.aboveGoal());
    }

    private static BudgetLine more(BudgetLine line, long cents) {
        return new BudgetLine(
                line.id(),
                line.label(),
                line.purpose(),
                line.plannedCents() + cents,
                line.askedCents() + cents,
                line.need(),
                line.indispensable(),
                line.expectedResult(),
                line.collectionCosts());
    }

    static Plan.Preset preset(long euros, String meaning) {
        return new Plan.Preset(euros * CENTS, text(meaning));
    }

    static Plan.Means means(String task, String who, int hours) {
        return new Plan.Means(text(task), who, hours);
    }

    static Plan.Resource resource(String label, long euros, Plan.ResourceState state, LocalDate on) {
        return new Plan.Resource(UUID.randomUUID(), text(label), euros * CENTS, state, on);
    }

    static Plan.Promise promise(Plan.Telling kind, String what, LocalDate on, Role by) {
        return new Plan.Promise(UUID.randomUUID(), kind, text(what), on, by);
    }

    private static BudgetLine line(
            String label,
            String purpose,
            long euros,
            long askedEuros,
            Need need,
            boolean indispensable,
            String result,
            boolean collectionCosts) {
        return new BudgetLine(
                UUID.randomUUID(),
                text(label),
                text(purpose),
                euros * CENTS,
                askedEuros * CENTS,
                need,
                indispensable,
                text(result),
                collectionCosts);
    }

    /**
     * How a campaign is prepared, as the vectors of the diagnosis say it.
     *
     * @param answers notches of P1 to P6
     * @param hours pairs: hours a week, weeks
     */
    static Preparation preparation(
            CampaignType type,
            int goal,
            List<Integer> answers,
            int relays,
            List<List<Integer>> hours,
            int costs,
            int means,
            int committed) {
        return new Preparation(
                type,
                Ratio.of(goal),
                answers.stream().map(Answer::of).toList(),
                relays,
                hours.stream()
                        .map(one -> new Preparation.Hours(Ratio.of(one.get(0)), Ratio.of(one.get(1))))
                        .toList(),
                Ratio.of(costs),
                Ratio.of(means),
                Ratio.of(committed),
                List.of());
    }
}
