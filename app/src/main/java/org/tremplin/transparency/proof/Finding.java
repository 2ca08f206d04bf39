package org.tremplin.transparency.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Something in what is about to become public that looks like it concerns a person. Warns; a person decides.
 *
 * @param text as it stands there
 */
record Finding(Kind kind, String text) {

    enum Kind {
        IBAN,
        EMAIL,
        PHONE,
        NAME;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Country, two digits, then groups as banks print them. */
    private static final Pattern IBAN =
            Pattern.compile("\\b[A-Za-z]{2}\\d{2}(?:[ .\\u00a0\\u202f-]?[A-Za-z0-9]){11,30}");

    private static final Pattern EMAIL = Pattern.compile("[\\w.+%-]+\\s?@\\s?[\\w-]+(?:\\.[\\w-]+)+");

    private static final Pattern PHONE = Pattern.compile(
            "(?<![\\d.,])(?:\\+\\d{2,3}|00\\d{2,3}|0)[ .\\u00a0\\u202f-]?(?:\\(0\\))?\\d(?:[ .\\u00a0\\u202f-]?\\d{2}){4}(?!\\d)");

    /** A title and a name, or a first name and a name in capitals either way round. */
    private static final Pattern NAME = Pattern.compile(
            "(?<!\\p{L})(?:M\\.|MM\\.|Mr|Mme|Mlle|Me|Dr|Monsieur|Madame|Mademoiselle|Maître|Mrs|Ms)\\s+\\p{Lu}[\\p{L}’'-]+(?:\\s+\\p{Lu}[\\p{L}’'-]+)?"
                    + "|(?<!\\p{L})\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?\\s+\\p{Lu}{3,}(?!\\p{L})"
                    + "|(?<!\\p{L})\\p{Lu}{3,}\\s+\\p{Lu}\\p{Ll}{2,}(?!\\p{L})");

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final int MOST = 40;

    /** In the words that can be seen in these zones, even in part. */
    static List<Finding> in(Collection<Word> words, Collection<Zone> zones) {
        Map<Integer, List<Word>> lines = words.stream()
                .filter(word -> zones.stream().anyMatch(zone -> zone.shows(word)))
                .collect(Collectors.groupingBy(Word::line, TreeMap::new, Collectors.toList()));
        return in(lines.values().stream()
                .map(line -> line.stream().map(Word::text).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n")));
    }

    static List<Finding> in(String text) {
        Set<Finding> found = new LinkedHashSet<>();
        add(found, Kind.IBAN, IBAN, text);
        add(found, Kind.EMAIL, EMAIL, text);
        add(found, Kind.PHONE, PHONE, text);
        for (String line : text.split("\n", -1)) {
            add(found, Kind.NAME, NAME, line);
        }
        return List.copyOf(found);
    }

    private static void add(Set<Finding> found, Kind kind, Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find() && found.size() < MOST) {
            String match = matcher.group().strip();
            if (kind != Kind.IBAN || likeAnIban(match)) {
                found.add(new Finding(kind, match));
            }
        }
    }

    /** What is longer than the number may have run into the next word: any beginning that is one will do. */
    private static boolean likeAnIban(String text) {
        String bare = text.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
        for (int length = 15; length <= Math.min(34, bare.length()); length++) {
            String turned = bare.substring(4, length) + bare.substring(0, 4);
            String digits = turned.chars()
                    .mapToObj(letter -> String.valueOf(Character.getNumericValue(letter)))
                    .collect(Collectors.joining());
            if (new BigInteger(digits).mod(NINETY_SEVEN).equals(BigInteger.ONE)) {
                return true;
            }
        }
        return false;
    }

    static Set<Kind> kinds(Collection<Finding> findings) {
        return findings.stream().map(Finding::kind).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Not for logs. */
    @Override
    public String toString() {
        return "Finding[" + kind + "]";
    }

    static List<String> texts(Collection<Finding> findings) {
        return new ArrayList<>(findings.stream().map(Finding::text).toList());
    }
}
