package org.tremplin.platform.web;

import java.util.regex.Pattern;

/** French spacing, in one place: the blank before ; : ! ? % € and inside guillemets never breaks a line. */
public final class Typography {

    private static final Pattern NARROW = Pattern.compile("[ \u00A0](?=[;!?])");
    private static final Pattern WIDE = Pattern.compile("[ \u202F](?=[:%€»])|(?<=«)[ \u202F]");

    private Typography() {}

    /** U+202F before ; ! ? and U+00A0 before : % € and inside « »; everything else stays. */
    public static String french(String text) {
        return WIDE.matcher(NARROW.matcher(text).replaceAll("\u202F")).replaceAll("\u00A0");
    }
}
