package org.tremplin.capacity.network;

import java.util.ArrayList;
import java.util.List;

/**
 * A name on a few short lines, broken between words, after a hyphen, or inside a word that is longer than a line; only
 * what has no room even so is cut, and stands in full in the table.
 */
final class Label {

    /** Letters at each side of a break inside a word. */
    private static final int LEAST = 3;

    private static final String CUT = "…";
    private static final String THIN = "ijlI.,:;!|'’";
    private static final String NARROW = "frt-()[]/ ";
    private static final String SMALL = "ckJsvxyzç";
    private static final String WIDE = "mwMW@%&œŒæÆ…";
    private static final String VOWELS = "aeiouyàâäéèêëîïôöùûüœæ";

    private Label() {}

    /**
     * @param most lines
     * @param rooms of a line, in the lengths of the picture: the first that holds the whole name, or the last
     */
    static List<String> of(String name, int most, double... rooms) {
        for (boolean inside : new boolean[] {false, true}) {
            for (double room : rooms) {
                List<String> lines = broken(name.strip(), most, room, inside);
                if (lines.stream().noneMatch(line -> line.endsWith(CUT))) {
                    return lines;
                }
            }
        }
        return broken(name.strip(), most, rooms[rooms.length - 1], false);
    }

    /** @param anyWord may be broken to save a line, not only one that is longer than it */
    private static List<String> broken(String name, int most, double room, boolean anyWord) {
        List<String> lines = new ArrayList<>();
        String rest = name;
        while (width(rest) > room && lines.size() < most - 1) {
            int between = between(rest, fitting(rest, room));
            int inside = anyWord || between == 0 ? inside(rest, fitting(rest, room - width("-"))) : 0;
            lines.add(
                    inside > between
                            ? rest.substring(0, inside) + "-"
                            : rest.substring(0, between).strip());
            rest = rest.substring(Math.max(inside, between)).strip();
        }
        if (width(rest) > room) {
            rest = rest.substring(0, fitting(rest, room - width(CUT))).strip() + CUT;
        }
        if (!rest.isEmpty()) {
            lines.add(rest);
        }
        return lines;
    }

    /** Of letters of {@link Drawing#LETTERS}, a little more than a usual font takes. */
    static double width(String text) {
        return text.codePoints().mapToDouble(Label::width).sum() * Drawing.LETTERS;
    }

    private static double width(int letter) {
        if (THIN.indexOf(letter) >= 0) {
            return 0.29;
        }
        if (NARROW.indexOf(letter) >= 0) {
            return 0.36;
        }
        if (SMALL.indexOf(letter) >= 0) {
            return 0.54;
        }
        if (WIDE.indexOf(letter) >= 0) {
            return 0.95;
        }
        return Character.isUpperCase(letter) ? 0.76 : letter < 0x0250 ? 0.6 : 1;
    }

    /** How much of the beginning fits; its first letter in any case. */
    private static int fitting(String text, double room) {
        int end = text.offsetByCodePoints(0, 1);
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            if (width(text.substring(0, next)) > room) {
                return end;
            }
            end = next;
        }
        return end;
    }

    /** The last place up to there between two words or after a hyphen, or 0. */
    private static int between(String text, int end) {
        for (int at = end; at > 0; at--) {
            if (at < text.length() && text.charAt(at) == ' ' || text.charAt(at - 1) == '-') {
                return at;
            }
        }
        return 0;
    }

    /** The last place up to there where a syllable may begin; there, in a word that has none. */
    private static int inside(String text, int end) {
        for (int at = Math.min(end, text.length() - LEAST); at >= LEAST; at--) {
            boolean word = text.substring(at - LEAST, at + LEAST).chars().allMatch(Character::isLetter);
            if (word && !isVowel(text.charAt(at)) && isVowel(text.charAt(at + 1))) {
                return at;
            }
        }
        return between(text, end) == 0 ? end : 0;
    }

    private static boolean isVowel(char letter) {
        return VOWELS.indexOf(Character.toLowerCase(letter)) >= 0;
    }
}
