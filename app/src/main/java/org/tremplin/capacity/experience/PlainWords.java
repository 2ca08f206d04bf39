package org.tremplin.capacity.experience;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts as a search reads them: accents, capitals and signs do not matter. */
public final class PlainWords {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

    private PlainWords() {}

    /** Its words, one blank between them. */
    public static String of(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String small = bare.toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae");
        return OTHERS.matcher(small).replaceAll(" ").strip();
    }

    public static List<String> list(String text) {
        String words = of(text);
        return words.isEmpty() ? List.of() : Arrays.asList(words.split(" "));
    }
}
