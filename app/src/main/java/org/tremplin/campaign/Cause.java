package org.tremplin.campaign;

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
        return java.util.Arrays.stream(values()).anyMatch(cause -> cause.slug().equals(slug));
    }

    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
