package org.tremplin.site.workspace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tremplin.donation.Gifts;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.DayText;
import org.tremplin.site.card.SplitBar;

/** The picture of thirty days of gifts: one bar a day, the highest fills it, with the same figures for a table. */
final class GiftBars {

    static final int DAYS = 30;
    private static final double STEP = 100.0 / DAYS;
    private static final double WIDTH = 2.6;
    private static final double BASE = 96;
    private static final double HIGHEST = 88;
    private static final double LOWEST = 2;

    private GiftBars() {}

    /** @param today the last day shown */
    static WorkspacePage.Gifts of(List<Gifts.Day> days, LocalDate today, Locale locale) {
        LocalDate from = today.minusDays(DAYS - 1L);
        Map<LocalDate, Gifts.Day> byDay = days.stream()
                .filter(day -> !day.day().isBefore(from) && !day.day().isAfter(today))
                .collect(Collectors.toMap(Gifts.Day::day, Function.identity()));
        long highest = byDay.values().stream().mapToLong(Gifts.Day::cents).max().orElse(0);
        List<WorkspacePage.Bar> bars = new ArrayList<>();
        for (int i = 0; i < DAYS; i++) {
            Gifts.Day day = byDay.get(from.plusDays(i));
            long cents = day == null ? 0 : day.cents();
            double height = highest == 0 ? LOWEST : Math.max(LOWEST, HIGHEST * cents / highest);
            bars.add(new WorkspacePage.Bar(
                    SplitBar.length(i * STEP + (STEP - WIDTH) / 2) + "%",
                    SplitBar.length(WIDTH) + "%",
                    SplitBar.length(BASE - height),
                    SplitBar.length(height),
                    cents <= 0));
        }
        return new WorkspacePage.Gifts(
                MoneyText.brief(
                        byDay.values().stream().mapToLong(Gifts.Day::cents).sum(), locale),
                byDay.values().stream().mapToLong(Gifts.Day::gifts).sum(),
                DayText.brief(from, locale),
                DayText.brief(today, locale),
                List.copyOf(bars),
                byDay.values().stream()
                        .sorted(Comparator.comparing(Gifts.Day::day).reversed())
                        .map(day -> new WorkspacePage.Day(
                                DayText.brief(day.day(), locale), day.gifts(), MoneyText.brief(day.cents(), locale)))
                        .toList());
    }
}
