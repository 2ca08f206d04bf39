package org.tremplin.campaign;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The last part of a campaign's address: lower-case ASCII, 3 to 60 characters, some words refused (contract.md). */
public final class Slugs {

    public static final int LONGEST = 60;
    private static final int SHORTEST = 3;
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** Words that addresses of the application use or may use, or that would pass for the instance itself. */
    private static final Set<String> RESERVED = Set.of(
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
            "demo",
            "deconnexion",
            "don",
            "donner",
            "dons",
            "espace",
            "fichiers",
            "fonds",
            "help",
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

    private Slugs() {}

    public static boolean valid(String slug) {
        return slug.length() >= SHORTEST
                && slug.length() <= LONGEST
                && PLAIN.matcher(slug).matches()
                && !RESERVED.contains(slug);
    }

    /** A valid slug that looks like this text; {@code projet-…} when little of it is left. */
    public static String of(String text) {
        String ascii = Normalizer.normalize(
                        text.toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-");
        String slug = trimmed(ascii, LONGEST);
        return valid(slug) ? slug : trimmed("projet-" + slug, LONGEST);
    }

    /** The same slug with a number, for when it is taken. */
    public static String numbered(String slug, int number) {
        String end = "-" + number;
        return trimmed(slug, LONGEST - end.length()) + end;
    }

    private static String trimmed(String slug, int longest) {
        String cut = slug.length() > longest ? slug.substring(0, longest) : slug;
        return cut.replaceAll("^-+|-+$", "");
    }
}
