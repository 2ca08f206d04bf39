package org.tremplin.site.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.Goal;
import org.tremplin.campaign.Plan;
import org.tremplin.campaign.Plan.Preset;
import org.tremplin.money.AmountText;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.DayText;
import org.tremplin.site.card.Phase;
import org.tremplin.site.card.Progress;
import org.tremplin.site.totals.Received;

/**
 * What was received and the way to give.
 *
 * @param missing to the minimum, none when it is reached or there is none
 * @param minimum none when there is none
 * @param pending announced but not settled, none when there is nothing
 * @param daysLeft none when it does not say when it ends, or is not open
 * @param on the day it opens or closed, when it is not open
 */
record GiveBox(
        String received,
        String goal,
        Progress progress,
        boolean reached,
        long gifts,
        String giftsText,
        @Nullable String minimum,
        @Nullable String missing,
        @Nullable String pending,
        Phase phase,
        @Nullable Integer daysLeft,
        @Nullable String on,
        List<Choice> choices) {

    private static final List<Preset> USUAL =
            List.of(new Preset(20_00, ""), new Preset(50_00, ""), new Preset(100_00, ""));
    private static final int MOST_CHOICES = 5;

    /**
     * @param value what the form sends
     * @param meaning the association's words, may be empty
     * @param tax what it costs after tax, none when the association declared no right to receipts
     */
    record Choice(
            String value,
            String label,
            String meaning,
            @Nullable String tax,
            boolean chosen) {}

    /**
     * @param ended day of closing, when it was closed by hand
     * @param afterTax cents that a gift of so many cents costs, when the association may issue receipts
     */
    static GiveBox of(
            Plan plan,
            Goal goal,
            Received received,
            LocalDate today,
            boolean closed,
            @Nullable LocalDate ended,
            LongFunction<OptionalLong> afterTax,
            Locale locale) {
        Phase phase = Phase.on(today, closed, plan.opensOn(), plan.closesOn());
        LocalDate told = phase == Phase.SOON ? plan.opensOn() : ended == null ? plan.closesOn() : ended;
        long minimum = goal.minimumCents();
        boolean asksMinimum = minimum > 0 && minimum < goal.cents();
        return new GiveBox(
                MoneyText.brief(received.cents(), locale),
                MoneyText.brief(goal.cents(), locale),
                Progress.of(received.cents(), goal.cents(), locale),
                received.cents() >= goal.cents() && goal.cents() > 0,
                received.gifts(),
                MoneyText.number(received.gifts(), locale),
                asksMinimum ? MoneyText.brief(minimum, locale) : null,
                asksMinimum && received.cents() < minimum ? MoneyText.brief(minimum - received.cents(), locale) : null,
                received.pendingCents() > 0 ? MoneyText.brief(received.pendingCents(), locale) : null,
                phase,
                phase.open() && plan.closesOn() != null ? Phase.left(today, plan.closesOn()) : null,
                phase.open() || told == null ? null : DayText.text(told, locale),
                choices(plan.amounts(), afterTax, locale));
    }

    /** The amount proposed to who does not choose one, as the form takes it. */
    public String proposed() {
        return choices.stream()
                .filter(Choice::chosen)
                .map(Choice::value)
                .findFirst()
                .orElse("");
    }

    /** The second of three is proposed, as the middle one. */
    private static List<Choice> choices(List<Preset> amounts, LongFunction<OptionalLong> afterTax, Locale locale) {
        List<Preset> presets = amounts.isEmpty() ? USUAL : amounts.subList(0, Math.min(MOST_CHOICES, amounts.size()));
        int chosen = Math.min(1, presets.size() - 1);
        return IntStream.range(0, presets.size())
                .mapToObj(i -> {
                    Preset preset = presets.get(i);
                    OptionalLong cost = afterTax.apply(preset.cents());
                    return new Choice(
                            AmountText.of(preset.cents()),
                            MoneyText.brief(preset.cents(), locale),
                            preset.meaning(),
                            cost.isPresent() ? MoneyText.brief(cost.getAsLong(), locale) : null,
                            i == chosen);
                })
                .toList();
    }
}
