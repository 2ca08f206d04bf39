package org.tremplin.site.card;

import java.util.Locale;

/**
 * How far a sum is on the way to another, for a picture and for words.
 *
 * @param width 0 to 100 with two decimals, for an SVG of width 100: 140 % fills it
 * @param text {@code 79 %}, {@code 140 %}, {@code moins de 1 %} by its message when {@code tiny}
 * @param tiny more than nothing and less than one per cent
 */
public record Progress(String width, String text, boolean tiny) {

    private static final long WHOLE = 100;

    /** @param goalCents 0 when there is none: then nothing is reached */
    public static Progress of(long cents, long goalCents, Locale locale) {
        if (goalCents <= 0 || cents <= 0) {
            return new Progress("0", percent(0, locale), false);
        }
        // rounded down: 100 % is said only when it is there
        long percent = Math.multiplyExact(cents, WHOLE) / goalCents;
        double width = Math.min(WHOLE, (double) cents * WHOLE / goalCents);
        return new Progress(String.format(Locale.ROOT, "%.2f", width), percent(percent, locale), percent == 0);
    }

    /** {@code 79 %} in French, {@code 79%} in English. */
    public static String percent(long percent, Locale locale) {
        return "fr".equals(locale.getLanguage()) ? percent + "\u00A0%" : percent + "%";
    }
}
