package org.tremplin.capacity.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
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
    private final BiConsumer<StringBuilder, String> writing;

    /** @param types of partners, by name */
    public Nameless(Map<String, String> types) {
        this(types, StringBuilder::append);
    }

    private Nameless(Map<String, String> types, BiConsumer<StringBuilder, String> writing) {
        this.writing = writing;
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

    /** One word, with its article, for all that are gone; a name that stays, and may hold the name of one that is gone, stays as it is. */
    static Nameless of(Collection<String> gone, Collection<String> staying, LittleWords word) {
        Map<String, String> words = new HashMap<>();
        gone.forEach(name -> words.put(name, name));
        staying.forEach(name -> words.keySet().removeIf(other -> other.strip().equalsIgnoreCase(name.strip())));
        staying.forEach(name -> words.put(name, ""));
        return new Nameless(words, word::write);
    }

    public String of(String text) {
        if (names.isEmpty()) {
            return text;
        }
        StringBuilder nameless = new StringBuilder();
        Matcher match = pattern.matcher(text);
        int from = 0;
        while (match.find()) {
            nameless.append(text, from, match.start());
            String word = word(match);
            if (word.isEmpty()) {
                nameless.append(match.group());
            } else {
                writing.accept(nameless, word);
            }
            from = match.end();
        }
        return nameless.append(text, from, text.length()).toString();
    }

    /** @param longest letters that a text may have: the end of a longer one is cut, and that shows */
    public String of(String text, int longest) {
        String nameless = of(text);
        return nameless.length() <= longest || nameless.equals(text)
                ? nameless
                : nameless.substring(0, longest - 1) + "…";
    }

    /** Empty for a name that stays. */
    private String word(MatchResult match) {
        for (int at = 0; at < names.size(); at++) {
            if (match.group(at + 1) != null) {
                return names.get(at).getValue();
            }
        }
        return "";
    }

    /** All names at once, a group each: a word that was put is not read again. */
    private static Pattern pattern(List<Map.Entry<String, String>> names) {
        List<String> groups = new ArrayList<>();
        names.forEach(one -> groups.add("(" + Spelling.of(one.getKey()) + ")"));
        return Pattern.compile(
                groups.stream().collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
