package org.tremplin.capacity.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts another word where the name of a partner stands, in any text: names leave the association only where it says so. */
public final class Nameless {

    /** A shorter name is a syllable of other words. */
    private static final int SHORTEST = 2;

    private final List<Map.Entry<String, String>> names;
    private final Pattern pattern;

    /** @param types of partners, by name */
    public Nameless(Map<String, String> types) {
        this.names = types.entrySet().stream()
                .map(one -> Map.entry(one.getKey().strip(), one.getValue()))
                .filter(one -> one.getKey().length() >= SHORTEST)
                // of two names that begin alike, the longer first
                .sorted(Comparator.comparing(
                                (Map.Entry<String, String> one) -> one.getKey().length())
                        .reversed())
                .toList();
        this.pattern = pattern(names);
    }

    /** One word for all that are gone; a name that stays, and may hold the name of one that is gone, stays as it is. */
    static Nameless of(Collection<String> gone, Collection<String> staying, String word) {
        Map<String, String> words = new HashMap<>();
        gone.forEach(name -> words.put(name, word));
        staying.forEach(name -> words.keySet().removeIf(other -> other.strip().equalsIgnoreCase(name.strip())));
        staying.forEach(name -> words.put(name, ""));
        return new Nameless(words);
    }

    public String of(String text) {
        return names.isEmpty()
                ? text
                : pattern.matcher(text).replaceAll(match -> Matcher.quoteReplacement(word(match)));
    }

    /** @param longest letters that a text may have: the end of a longer one is cut, and that shows */
    public String of(String text, int longest) {
        String nameless = of(text);
        return nameless.length() <= longest || nameless.equals(text)
                ? nameless
                : nameless.substring(0, longest - 1) + "…";
    }

    private String word(MatchResult match) {
        for (int at = 0; at < names.size(); at++) {
            if (match.group(at + 1) != null) {
                String word = names.get(at).getValue();
                return word.isEmpty() ? match.group() : word;
            }
        }
        return match.group();
    }

    /** All names at once, a group each: a word that was put is not read again. */
    private static Pattern pattern(List<Map.Entry<String, String>> names) {
        List<String> groups = new ArrayList<>();
        names.forEach(one -> groups.add("(" + Pattern.quote(one.getKey()) + ")"));
        return Pattern.compile(
                groups.stream().collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
