package org.tremplin.campaign;

import java.util.Arrays;
import java.util.Locale;

/** What projects are for; the slug stands in addresses, the message {@code cause.<slug>} names it. */
public enum Cause {
    ENVIRONNEMENT,
    SOLIDARITE,
    CULTURE,
    SPORT,
    EDUCATION,
    SANTE,
    PATRIMOINE;

    public static boolean known(String slug) {
        return Arrays.stream(values()).anyMatch(cause -> cause.slug().equals(slug));
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
