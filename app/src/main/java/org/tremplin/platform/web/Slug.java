package org.tremplin.platform.web;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The part of an address that names one thing: lower-case ASCII, 3 to 60 characters, words joined by hyphens. */
public final class Slug {

    public static final int SHORTEST = 3;
    public static final int LONGEST = 60;

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^a-z0-9]+");

    /** Words that stand for a page of ours, or that would mislead in an address. */
    private static final Set<String> RESERVED = Set.of(
            "accessibilite",
            "admin",
            "administration",
            "aide",
            "api",
            "app",
            "assets",
            "campagne",
            "campagnes",
            "compte",
            "connexion",
            "conseil",
            "contact",
            "deconnexion",
            "demo",
            "don",
            "donnees",
            "donner",
            "dons",
            "espace",
            "fichiers",
            "fonds",
            "help",
            "invitation",
            "journal",
            "login",
            "mecene",
            "mecenes",
            "mentions",
            "methode",
            "moi",
            "new",
            "nouveau",
            "nouvelle",
            "nouvelle-association",
            "nouvelle-campagne",
            "nouvelles",
            "null",
            "operations",
            "paiement",
            "ressources",
            "robots",
            "root",
            "sitemap",
            "static",
            "support",
            "tremplin",
            "undefined",
            "webhooks",
            "widget",
            "www");

    private Slug() {}

    /** Whether this may be the address of something. */
    public static boolean valid(String slug) {
        return slug.length() >= SHORTEST
                && slug.length() <= LONGEST
                && FORM.matcher(slug).matches()
                && !RESERVED.contains(slug);
    }

    /**
     * A valid slug that reads like this name.
     *
     * @param fallback a valid slug, for a name that holds too little Latin text
     */
    public static String of(String name, String fallback) {
        String plain = name.toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss");
        plain = ACCENTS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD))
                .replaceAll("");
        String slug = shortened(trimmed(GAPS.matcher(plain).replaceAll("-")), LONGEST);
        return valid(slug) ? slug : RESERVED.contains(slug) ? fallback + "-" + slug : fallback;
    }

    /** The n-th proposal when earlier ones are taken: itself, then {@code …-2}, {@code …-3}. */
    public static String numbered(String slug, int n) {
        String end = "-" + n;
        return n == 1 ? slug : shortened(slug, LONGEST - end.length()) + end;
    }

    /** Ends at a word where that leaves enough. */
    private static String shortened(String slug, int longest) {
        if (slug.length() <= longest) {
            return slug;
        }
        String cut = slug.substring(0, longest);
        int word = cut.lastIndexOf('-');
        return slug.charAt(longest) == '-' || word < longest / 2 ? trimmed(cut) : cut.substring(0, word);
    }

    private static String trimmed(String slug) {
        int from = slug.startsWith("-") ? 1 : 0;
        int to = slug.length() > from && slug.endsWith("-") ? slug.length() - 1 : slug.length();
        return slug.substring(from, to);
    }
}
