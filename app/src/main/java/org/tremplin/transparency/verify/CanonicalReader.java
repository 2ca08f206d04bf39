package org.tremplin.transparency.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link CanonicalJson} writes, in one pass and nothing else: whatever is not in the one form is given up, and
 * somebody else says why. Most of the time of a check goes by here.
 */
final class CanonicalReader {

    private static final int DEEPEST = 8;
    private static final int MOST_DIGITS = 16;
    private static final long LARGEST_EXACT = (1L << 53) - 1;
    private static final String SHORT_ESCAPES = "\"\\btnfr";
    private static final String ESCAPED = "\"\\\b\t\n\f\r";

    private final String text;
    private int at;

    private CanonicalReader(String text) {
        this.text = text;
    }

    /** None unless the whole text is an object in its one form. */
    static @Nullable Map<String, Object> read(String text) {
        CanonicalReader reader = new CanonicalReader(text);
        Map<String, Object> members = reader.object(0);
        return reader.at == text.length() ? members : null;
    }

    private @Nullable Object value(int depth) {
        if (at >= text.length() || depth > DEEPEST) {
            return null;
        }
        return switch (text.charAt(at)) {
            case '"' -> string();
            case '{' -> object(depth);
            case '[' -> array(depth);
            default -> integer();
        };
    }

    private @Nullable Map<String, Object> object(int depth) {
        if (!passes('{')) {
            return null;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        if (passes('}')) {
            return members;
        }
        String last = null;
        do {
            String key = string();
            if (key == null || last != null && last.compareTo(key) >= 0 || !passes(':')) {
                return null;
            }
            Object value = value(depth + 1);
            if (value == null) {
                return null;
            }
            members.put(key, value);
            last = key;
        } while (passes(','));
        return passes('}') ? members : null;
    }

    private @Nullable List<Object> array(int depth) {
        at++;
        List<Object> items = new ArrayList<>();
        if (passes(']')) {
            return items;
        }
        do {
            Object item = value(depth + 1);
            if (item == null) {
                return null;
            }
            items.add(item);
        } while (passes(','));
        return passes(']') ? items : null;
    }

    /** As a general reader would have it: the smaller type where it fits. */
    private @Nullable Number integer() {
        int from = at;
        boolean negative = passes('-');
        int digits = at;
        long number = 0;
        while (at < text.length() && at - digits <= MOST_DIGITS && isDigit(text.charAt(at))) {
            number = number * 10 + text.charAt(at++) - '0';
        }
        if (at == digits || text.charAt(digits) == '0' && at - from > 1 || number > LARGEST_EXACT) {
            return null;
        }
        long signed = negative ? -number : number;
        if (signed == (int) signed) {
            return (int) signed;
        }
        return signed;
    }

    private @Nullable String string() {
        if (!passes('"')) {
            return null;
        }
        int from = at;
        while (at < text.length()) {
            char unit = text.charAt(at);
            if (unit == '"') {
                return text.substring(from, at++);
            }
            if (unit == '\\' || unit < ' ' || Character.isSurrogate(unit)) {
                return unusual(from);
            }
            at++;
        }
        return null;
    }

    /** A text that holds more than plain signs. */
    private @Nullable String unusual(int from) {
        StringBuilder read = new StringBuilder(at - from + 32).append(text, from, at);
        while (at < text.length()) {
            char unit = text.charAt(at++);
            if (unit == '"') {
                return read.toString();
            }
            if (unit < ' ') {
                return null;
            }
            if (Character.isSurrogate(unit)) {
                if (at == text.length() || !Character.isSurrogatePair(unit, text.charAt(at))) {
                    return null;
                }
                read.append(unit).append(text.charAt(at++));
            } else if (unit == '\\') {
                int escaped = escaped();
                if (escaped < 0) {
                    return null;
                }
                read.append((char) escaped);
            } else {
                read.append(unit);
            }
        }
        return null;
    }

    /** The sign behind a backslash in its shortest form; −1 for any other. */
    private int escaped() {
        if (at == text.length()) {
            return -1;
        }
        int known = SHORT_ESCAPES.indexOf(text.charAt(at));
        if (known >= 0) {
            at++;
            return ESCAPED.charAt(known);
        }
        if (!text.startsWith("u00", at) || at + 5 > text.length()) {
            return -1;
        }
        int code = hex(text.charAt(at + 3)) * 16 + hex(text.charAt(at + 4));
        at += 5;
        return code >= 0 && code < ' ' && ESCAPED.indexOf(code) < 0 ? code : -1;
    }

    /** Far below zero for what is no lower-case digit. */
    private static int hex(char sign) {
        return isDigit(sign) ? sign - '0' : sign >= 'a' && sign <= 'f' ? sign - 'a' + 10 : -1_000;
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    private boolean passes(char sign) {
        boolean there = at < text.length() && text.charAt(at) == sign;
        at += there ? 1 : 0;
        return there;
    }
}
