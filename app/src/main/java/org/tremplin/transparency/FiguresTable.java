package org.tremplin.transparency;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.DayText;

/**
 * The figures of a report as a page shows them.
 *
 * @param on day of the books
 * @param over what is left is more than nothing
 * @param remainder what was stated of it, or none
 */
public record FiguresTable(
        String on,
        List<Row> lines,
        String planned,
        String received,
        String committed,
        String spent,
        String left,
        boolean over,
        @Nullable RemainderText remainder) {

    public static FiguresTable of(Report.Figures figures, Locale locale) {
        return new FiguresTable(
                DayText.text(figures.on(), locale),
                figures.lines().stream()
                        .map(line -> new Row(
                                line.label(),
                                MoneyText.exact(line.plannedCents(), locale),
                                MoneyText.exact(line.receivedCents(), locale),
                                MoneyText.exact(line.spentCents(), locale),
                                MoneyText.exact(line.leftCents(), locale)))
                        .toList(),
                MoneyText.exact(figures.plannedCents(), locale),
                MoneyText.exact(figures.receivedCents(), locale),
                MoneyText.exact(figures.committedCents(), locale),
                MoneyText.exact(figures.spentCents(), locale),
                MoneyText.exact(figures.leftCents(), locale),
                figures.leftCents() > 0,
                figures.remainder() == null ? null : RemainderText.of(figures.remainder(), locale));
    }

    public record Row(String label, String planned, String received, String spent, String left) {}
}
