package org.tremplin.site.funds;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.Amended;
import org.tremplin.campaign.Change;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.DayText;

/** What an amendment changed, before and after, row by row. */
final class AmendedRows {

    private static final String NONE = "–";

    private AmendedRows() {}

    static FundsPage.Change change(Amended amended, ZoneId zone, Locale locale) {
        return new FundsPage.Change(
                DayText.text(LocalDate.ofInstant(amended.at(), zone), locale),
                amended.reason(),
                "role." + amended.role(),
                amended.changes().stream().map(change -> row(change, locale)).toList());
    }

    private static FundsPage.Row row(Change change, Locale locale) {
        if (change instanceof Change.OfAmount amount) {
            long delta = amount.after() - amount.before();
            return row(
                    change,
                    MoneyText.brief(amount.before(), locale),
                    MoneyText.brief(amount.after(), locale),
                    (delta > 0 ? "+" : "") + MoneyText.brief(delta, locale));
        }
        if (change instanceof Change.OfDay day) {
            return row(change, day(day.before(), locale), day(day.after(), locale), null);
        }
        Change.OfText text = (Change.OfText) change;
        return row(change, words(text.before()), words(text.after()), null);
    }

    private static FundsPage.Row row(Change change, String before, String after, @Nullable String delta) {
        return new FundsPage.Row(key(change.what()), change.label(), before, after, delta);
    }

    private static @Nullable String key(Change.What what) {
        return switch (what) {
            case LINE -> null;
            case ASKED -> "funds.change.asked";
            case RESOURCE -> "funds.change.resource";
            case PROMISE -> "funds.change.promise";
            case OPENS -> "funds.change.opens";
            case CLOSES -> "funds.change.closes";
            case RESULT -> "funds.change.result";
            case BELOW_GOAL -> "funds.change.below";
            case ABOVE_GOAL -> "funds.change.above";
        };
    }

    private static String day(@Nullable LocalDate day, Locale locale) {
        return day == null ? NONE : DayText.text(day, locale);
    }

    private static String words(String text) {
        return text.isBlank() ? NONE : text;
    }
}
