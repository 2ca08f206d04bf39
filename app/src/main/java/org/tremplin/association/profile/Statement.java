package org.tremplin.association.profile;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a donor's bank statement reads: 5 to 22 Latin characters, a letter among them, as card networks ask. */
final class Statement {

    static final int LONGEST = 22;

    private static final int SHORTEST = 5;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9 .,&()/+-]{" + SHORTEST + "," + LONGEST + "}");
    private static final Pattern LETTER = Pattern.compile("[A-Za-z]");
    private static final Pattern FOREIGN = Pattern.compile("[^A-Z0-9 .,&()/+-]+");

    private Statement() {}

    static boolean valid(String text) {
        return FORM.matcher(text).matches() && LETTER.matcher(text).find();
    }

    /** A valid text that reads like this name, cut at a word where that leaves enough. */
    static String of(String name) {
        String upper = name.toUpperCase(Locale.ROOT).replace("Œ", "OE").replace("Æ", "AE");
        String plain = Normalizer.normalize(upper, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        String text = shortened(
                FOREIGN.matcher(plain).replaceAll(" ").replaceAll(" +", " ").strip());
        return valid(text) ? text : shortened(("ASSOCIATION " + text).strip());
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        String cut = text.substring(0, LONGEST);
        int word = cut.lastIndexOf(' ');
        boolean whole = text.charAt(LONGEST) == ' ' || word < LONGEST / 2;
        return (whole ? cut : cut.substring(0, word)).strip();
    }
}
