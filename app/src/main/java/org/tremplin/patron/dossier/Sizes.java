package org.tremplin.patron.dossier;

import java.util.Locale;

/** How large a file is, as people say it. */
final class Sizes {

    private static final int KILO = 1_000;

    private Sizes() {}

    /** {@code 240 ko}, {@code 1,3 Mo}; {@code 240 kB}, {@code 1.3 MB}. */
    static String text(int bytes, Locale locale) {
        String unit = "fr".equals(locale.getLanguage()) ? "o" : "B";
        return bytes < KILO * KILO
                ? Math.max(1, bytes / KILO) + "\u00A0k" + unit
                : String.format(locale, "%.1f\u00A0M%s", bytes / (double) (KILO * KILO), unit);
    }
}
