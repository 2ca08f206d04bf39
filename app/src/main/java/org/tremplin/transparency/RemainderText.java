package org.tremplin.transparency;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.DayText;

/**
 * What was stated of money that was not spent, as a page shows it.
 *
 * @param fate names its text {@code remainder.fate.<fate>}
 * @param to may be empty; @param slug of the campaign it went to, or none
 * @param role key of the text that names it
 */
public record RemainderText(
        String fate, String amount, String to, @Nullable String slug, String reason, String role, String day) {

    public static RemainderText of(Remainder stated, Locale locale) {
        return new RemainderText(
                stated.fate().name(),
                MoneyText.exact(stated.cents(), locale),
                stated.to(),
                stated.slug(),
                stated.reason(),
                "role." + stated.role(),
                DayText.text(stated.on(), locale));
    }
}
