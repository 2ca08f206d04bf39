package org.tremplin.site.funds;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.Amended;
import org.tremplin.campaign.Plan;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.DayText;

/** What an amendment changed, before and after, row by row. */
final class AmendedRows {

    private final List<FundsPage.Row> rows = new ArrayList<>();
    private final Locale locale;

    private AmendedRows(Locale locale) {
        this.locale = locale;
    }

    static FundsPage.Change change(Amended amended, ZoneId zone, Locale locale) {
        Plan before = amended.before();
        Plan after = amended.after();
        AmendedRows all = new AmendedRows(locale);
        all.amounts(
                null,
                before.lines(),
                after.lines(),
                Plan.BudgetLine::id,
                Plan.BudgetLine::label,
                Plan.BudgetLine::plannedCents);
        all.asked(before, after);
        all.amounts(
                "funds.change.resource",
                before.resources(),
                after.resources(),
                Plan.Resource::id,
                Plan.Resource::label,
                Plan.Resource::cents);
        all.text("funds.change.opens", day(before.opensOn(), locale), day(after.opensOn(), locale));
        all.text("funds.change.closes", day(before.closesOn(), locale), day(after.closesOn(), locale));
        all.text(
                "funds.change.result",
                before.definition().result(),
                after.definition().result());
        all.text("funds.change.below", before.belowGoal(), after.belowGoal());
        all.text("funds.change.above", before.aboveGoal(), after.aboveGoal());
        return new FundsPage.Change(
                DayText.text(LocalDate.ofInstant(amended.at(), zone), locale),
                amended.reason(),
                "role." + amended.role(),
                List.copyOf(all.rows));
    }

    /** Parts asked from gifts, where they did not move like the whole cost of their line. */
    private void asked(Plan before, Plan after) {
        Map<UUID, Plan.BudgetLine> was =
                before.lines().stream().collect(Collectors.toMap(Plan.BudgetLine::id, Function.identity()));
        for (Plan.BudgetLine line : after.lines()) {
            Plan.BudgetLine old = was.get(line.id());
            long oldAsked = old == null ? 0 : old.askedCents();
            long oldPlanned = old == null ? 0 : old.plannedCents();
            if (line.askedCents() - oldAsked != line.plannedCents() - oldPlanned) {
                amount("funds.change.asked", line.label(), oldAsked, line.askedCents());
            }
        }
    }

    private <T> void amounts(
            @Nullable String key,
            List<T> before,
            List<T> after,
            Function<T, UUID> id,
            Function<T, String> label,
            ToLongFunction<T> cents) {
        Map<UUID, T> was = before.stream().collect(Collectors.toMap(id, Function.identity()));
        for (T one : after) {
            T old = was.remove(id.apply(one));
            amount(key, label.apply(one), old == null ? 0 : cents.applyAsLong(old), cents.applyAsLong(one));
        }
        before.stream()
                .filter(old -> was.containsKey(id.apply(old)))
                .forEach(old -> amount(key, label.apply(old), cents.applyAsLong(old), 0));
    }

    private void amount(@Nullable String key, String label, long before, long after) {
        if (before != after) {
            long delta = after - before;
            rows.add(new FundsPage.Row(
                    key,
                    label,
                    MoneyText.brief(before, locale),
                    MoneyText.brief(after, locale),
                    (delta > 0 ? "+" : "") + MoneyText.brief(delta, locale)));
        }
    }

    private void text(String key, String before, String after) {
        if (!before.equals(after)) {
            rows.add(new FundsPage.Row(key, "", before.isBlank() ? "–" : before, after.isBlank() ? "–" : after, null));
        }
    }

    private static String day(@Nullable LocalDate day, Locale locale) {
        return day == null ? "" : DayText.text(day, locale);
    }
}
