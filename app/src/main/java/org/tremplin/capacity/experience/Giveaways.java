package org.tremplin.capacity.experience;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What in a text would say who wrote it: addresses and numbers of every kind, and the names it is given, or enough of
 * them. It is a net with holes, so a person reads every text again before it is public.
 */
final class Giveaways {

    /** In the order they are looked for. */
    private static final List<Map.Entry<Kind, Pattern>> ADDRESSES = List.of(
            Map.entry(
                    Kind.EMAIL,
                    Pattern.compile(
                            "[\\p{L}\\p{N}._%+-]+ ?(?:@|\\(at\\)|\\[at]) ?[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+")),
            Map.entry(
                    Kind.WEB,
                    Pattern.compile("(?i)https?://\\S+|\\bwww\\.\\S+|(?<![\\p{L}\\p{N}])@[\\p{L}\\p{N}_.]{3,}"
                            + "|\\b[\\p{L}\\p{N}-]{2,}\\.(?:fr|org|com|net|eu|asso|info|io|be|ch|lu|re|bzh|coop|online|site|app)"
                            + "\\b(?:/\\S*)?")),
            // years in a row are none
            Map.entry(
                    Kind.PHONE,
                    Pattern.compile(
                            "(?<!\\p{N})(?!(?:19|20)\\d\\d\\b)(?:\\+|00)?\\d(?:[\\p{Z}.\\-/()]{0,2}\\d){8,14}(?!\\p{N})")));

    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /** Join other words, and tell nothing. */
    private static final Set<String> LITTLE = Set.of(
            "a", "and", "au", "aux", "avec", "chez", "d", "dans", "de", "des", "du", "en", "et", "for", "in", "l", "la",
            "le", "les", "of", "par", "pour", "sous", "sur", "the", "un", "une", "with");

    /** Stand in so many names that one of them alone tells nothing. */
    private static final Set<String> ORDINARY = Set.of(
            "accueil",
            "action",
            "actions",
            "aide",
            "ami",
            "amicale",
            "amis",
            "amies",
            "animation",
            "art",
            "arts",
            "asso",
            "association",
            "associations",
            "atelier",
            "ateliers",
            "banque",
            "bibliotheque",
            "cafe",
            "caisse",
            "centre",
            "citoyen",
            "citoyens",
            "club",
            "collectif",
            "college",
            "comite",
            "commune",
            "compagnie",
            "conseil",
            "culture",
            "culturelle",
            "departement",
            "ecole",
            "enfance",
            "enfants",
            "ensemble",
            "entraide",
            "entreprise",
            "environnement",
            "espace",
            "famille",
            "familles",
            "federation",
            "fete",
            "fetes",
            "fondation",
            "football",
            "foyer",
            "france",
            "francais",
            "francaise",
            "groupe",
            "habitants",
            "jardin",
            "jardins",
            "jeune",
            "jeunes",
            "jeunesse",
            "ligue",
            "loisirs",
            "lycee",
            "mairie",
            "maison",
            "mission",
            "musique",
            "nature",
            "parents",
            "patrimoine",
            "place",
            "projet",
            "quartier",
            "quartiers",
            "reseau",
            "region",
            "sante",
            "secours",
            "social",
            "sociale",
            "societe",
            "solidaire",
            "solidaires",
            "solidarite",
            "sport",
            "sportif",
            "sportive",
            "sports",
            "theatre",
            "tous",
            "toutes",
            "union",
            "vie",
            "village",
            "ville");

    private Giveaways() {}

    /** The first thing that tells; empty when nothing was found. */
    static Optional<Found> in(String typed, Collection<Named> names) {
        String text = INVISIBLE.matcher(typed).replaceAll("");
        for (Map.Entry<Kind, Pattern> kind : ADDRESSES) {
            Matcher address = kind.getValue().matcher(text);
            if (address.find()) {
                return Optional.of(new Found(kind.getKey(), address.group().strip()));
            }
        }
        List<Token> tokens = tokens(text);
        return names.stream()
                .flatMap(named -> named(named, text, tokens).stream())
                .findFirst();
    }

    private static Optional<Found> named(Named named, String text, List<Token> tokens) {
        List<String> name = tokens(named.name()).stream().map(Token::plain).toList();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        for (int at = 0; at < tokens.size(); at++) {
            int words = told(named.kind(), name, tokens, at);
            if (words > 0) {
                return Optional.of(new Found(
                        named.kind(),
                        text.substring(
                                tokens.get(at).from(),
                                tokens.get(at + words - 1).to())));
            }
        }
        return Optional.empty();
    }

    /** How many words from here on tell this name; 0 for none. */
    private static int told(Kind kind, List<String> name, List<Token> tokens, int at) {
        int longest = 0;
        for (int from = 0; from < name.size(); from++) {
            int run = run(name, from, tokens, at);
            boolean whole = run == name.size();
            List<String> words = name.subList(from, from + run);
            boolean ordinary = words.stream().allMatch(Giveaways::ordinary);
            boolean tells = run >= 2 && (kind != Kind.COMMUNE || whole)
                    ? !ordinary || whole && tokens.get(at).capital()
                    : run == 1 && alone(kind, name, words.get(0), tokens.get(at));
            longest = tells ? Math.max(longest, run) : longest;
        }
        return longest > 0 ? longest : initials(name, tokens.get(at)) ? 1 : 0;
    }

    private static int run(List<String> name, int from, List<Token> tokens, int at) {
        int run = 0;
        while (from + run < name.size()
                && at + run < tokens.size()
                && name.get(from + run).equals(tokens.get(at + run).plain())) {
            run++;
        }
        return run;
    }

    /** One word tells where it is the whole name, or written as a name is. */
    private static boolean alone(Kind kind, List<String> name, String word, Token token) {
        boolean asAName = token.capital() && !token.begins() || token.allCapitals();
        if (name.size() == 1) {
            return ordinary(word) ? asAName : word.length() >= 5 || token.capital();
        }
        int shortest = kind == Kind.MEMBER ? 3 : 4;
        return kind != Kind.COMMUNE && !ordinary(word) && word.length() >= shortest && asAName;
    }

    private static boolean initials(List<String> name, Token token) {
        return name.size() >= 3
                && token.allCapitals()
                && token.plain().length() == name.size()
                && name.stream()
                        .map(word -> word.substring(0, 1))
                        .reduce("", String::concat)
                        .equals(token.plain());
    }

    private static boolean ordinary(String word) {
        return ORDINARY.contains(word) || DIGITS.matcher(word).matches();
    }

    /** Its words without the little ones. */
    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher word = TOKEN.matcher(text);
        int before = 0;
        boolean begins = true;
        while (word.find()) {
            begins |= text.substring(before, word.start()).matches("(?s).*[.!?…:;\\n«“\"•-].*");
            String plain = PlainWords.of(word.group());
            if (!plain.isEmpty() && !LITTLE.contains(plain)) {
                tokens.add(new Token(word.group(), plain, word.start(), word.end(), begins));
            }
            begins = false;
            before = word.end();
        }
        return tokens;
    }

    enum Kind {
        ASSOCIATION,
        COMMUNE,
        PARTNER,
        MEMBER,
        EMAIL,
        WEB,
        PHONE
    }

    /** A name that must not be told. */
    record Named(Kind kind, String name) {}

    /** @param words as they stand in the text */
    record Found(Kind kind, String words) {

        /** Of the sentence that asks to put it another way. */
        String key() {
            return "experience.found." + kind;
        }
    }

    /** @param begins whether a sentence may begin with it */
    private record Token(String written, String plain, int from, int to, boolean begins) {

        boolean capital() {
            return Character.isUpperCase(written.codePointAt(0));
        }

        boolean allCapitals() {
            return written.length() >= 2 && written.equals(written.toUpperCase(Locale.ROOT)) && capital();
        }
    }
}
