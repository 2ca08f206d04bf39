package org.tremplin.capacity.network;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The little words before a name, made to fit what stands in its place: « du Moulin » becomes « d’un partenaire », « notre
 * Moulin » « notre partenaire », « les Amis du lac » « des partenaires ». At the beginning of a sentence it has a capital.
 *
 * @param word with its article: « un partenaire »
 */
record LittleWords(String word, List<Fit> fits) {

    private static final Pattern BEGINNING = Pattern.compile("(?:^|[.!?…]\\s|\\R)[\\s«“\"(]*$");

    private static final Pattern ARTICLE = Pattern.compile("^\\p{L}+ ");

    private static final Pattern SEVERAL = Pattern.compile("(?iu)^les\\s");

    static LittleWords of(String word, Locale language) {
        String noun = ARTICLE.matcher(word).replaceFirst("");
        String several = "des " + noun + "s";
        return new LittleWords(
                word,
                language.getLanguage().equals("fr")
                        ? List.of(
                                Fit.of("des_|de_les_", "de " + noun + "s"),
                                Fit.of("de_(?:le_|la_|l’)?|d’(?:une?_)?|du_", "d’" + word),
                                Fit.of("aux_|à_les_", "à " + several),
                                Fit.of("à_(?:le_|la_|l’|une?_)?|au_", "à " + word),
                                Fit.of("((?:lors|puis|quoi|jus)?que)_les_", "$1 " + several),
                                Fit.of("((?:lors|puis|quoi|jus)?qu)(?:e_|’)(?:le_|la_|l’|une?_)?", "$1’" + word),
                                Fit.of("les_", several),
                                Fit.of("le_|la_|l’|une?_", word),
                                Fit.of("cet(?:te)?_", "ce " + noun),
                                Fit.of("(ce|chaque|notre|votre|leur)_", "$1 " + noun),
                                Fit.of("(ces|nos|vos|leurs)_", "$1 " + noun + "s"))
                        : List.of(Fit.of("the_|an?_|les_", word), Fit.of("(our|your|their|this|each)_", "$1 " + noun)));
    }

    /** Writes it where the name would be, after what stands there already; for several where the name begins so. */
    void write(StringBuilder text, String name) {
        if (SEVERAL.matcher(name).find()) {
            text.append(BEGINNING.matcher(text).find() ? "Les " : "les ");
        }
        for (Fit fit : fits) {
            Matcher before = fit.before().matcher(text);
            if (before.find()) {
                int start = before.start();
                boolean capital = Character.isUpperCase(text.charAt(start));
                String written = before.replaceFirst(fit.instead()).substring(start);
                text.setLength(start);
                append(text, written, capital);
                return;
            }
        }
        append(text, word, BEGINNING.matcher(text).find());
    }

    private static void append(StringBuilder text, String words, boolean capital) {
        text.append(capital ? words.substring(0, 1).toUpperCase(Locale.FRENCH) + words.substring(1) : words);
    }

    /** @param before what ends there: {@code _} is a blank, the comma above either of its signs */
    private record Fit(Pattern before, String instead) {

        static Fit of(String before, String instead) {
            String signs = before.replace("’", "['’]").replace("_", "[\\s\u00A0]+");
            return new Fit(Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])(?:" + signs + ")$"), instead);
        }
    }
}
