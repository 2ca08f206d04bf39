package org.tremplin.capacity.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the type of a partner where its name stands, in any text: names leave the association only where it says so. */
public final class Nameless {

    /** A shorter name is a syllable of other words. */
    private static final int SHORTEST = 2;

    private final List<Map.Entry<Pattern, String>> names = new ArrayList<>();

    /** @param types of partners, by name */
    public Nameless(Map<String, String> types) {
        types.entrySet().stream()
                .filter(one -> one.getKey().strip().length() >= SHORTEST)
                // of two names that begin alike, the longer first
                .sorted(Comparator.comparing((Map.Entry<String, String> one) ->
                                one.getKey().strip().length())
                        .reversed())
                .forEach(one -> names.add(Map.entry(pattern(one.getKey().strip()), one.getValue())));
    }

    public String of(String text) {
        String nameless = text;
        for (Map.Entry<Pattern, String> name : names) {
            nameless = name.getKey().matcher(nameless).replaceAll(Matcher.quoteReplacement(name.getValue()));
        }
        return nameless;
    }

    private static Pattern pattern(String name) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
