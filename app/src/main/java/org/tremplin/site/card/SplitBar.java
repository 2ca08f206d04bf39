package org.tremplin.site.card;

import java.util.Locale;

/** Lengths of a bar that is drawn in parts, as an SVG takes them. */
public final class SplitBar {

    /** Of the whole bar. */
    public static final double WIDTH = 120;

    /** Between two parts; it stays visible on a phone. */
    private static final double GAP = 0.5;

    private SplitBar() {}

    /** How wide a part is drawn, the gap after it taken off; never nothing. */
    public static String part(double width) {
        return length(Math.max(GAP, width - GAP));
    }

    /** With a point in every language. */
    public static String length(double length) {
        return String.format(Locale.ROOT, "%.2f", length);
    }
}
