package org.tremplin.transparency.verify;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON in the one form of RFC 8785: keys in the order of their UTF-16 code units, no blank, shortest escapes.
 * Only what leaves need: objects, arrays, strings and integers that every JSON reader keeps exact (up to 2⁵³ − 1).
 */
public final class CanonicalJson {

    private static final long LARGEST_EXACT = (1L << 53) - 1;

    private final StringBuilder out = new StringBuilder(256);

    private CanonicalJson() {}

    /**
     * @throws IllegalArgumentException for any other value, a larger number or half a surrogate pair
     */
    public static String write(Object value) {
        CanonicalJson json = new CanonicalJson();
        json.value(value);
        return json.out.toString();
    }

    private void value(@Nullable Object value) {
        if (value instanceof String text) {
            string(text);
        } else if (value instanceof Long || value instanceof Integer) {
            integer(((Number) value).longValue());
        } else if (value instanceof List<?> items) {
            array(items);
        } else if (value instanceof Map<?, ?> members) {
            object(members);
        } else {
            throw new IllegalArgumentException("A leaf holds no " + value);
        }
    }

    private void integer(long number) {
        if (number > LARGEST_EXACT || number < -LARGEST_EXACT) {
            throw new IllegalArgumentException(number + " is not exact in every JSON reader");
        }
        out.append(number);
    }

    private void array(List<?> items) {
        out.append('[');
        String separator = "";
        for (Object item : items) {
            out.append(separator);
            value(item);
            separator = ",";
        }
        out.append(']');
    }

    private void object(Map<?, ?> members) {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> member : sorted(members).entrySet()) {
            out.append(separator);
            string((String) member.getKey());
            out.append(':');
            value(member.getValue());
            separator = ",";
        }
        out.append('}');
    }

    /** In the order of the keys: as they are, where they were read from what is in its one form. */
    private static Map<?, ?> sorted(Map<?, ?> members) {
        String last = null;
        for (Object key : members.keySet()) {
            if (last != null && last.compareTo((String) key) > 0) {
                TreeMap<String, Object> sorted = new TreeMap<>(); // String compares by UTF-16 code units
                members.forEach((name, member) -> sorted.put((String) name, member));
                return sorted;
            }
            last = (String) key;
        }
        return members;
    }

    private void string(String text) {
        out.append('"');
        int plain = 0;
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit >= ' ' && unit != '"' && unit != '\\' && !Character.isSurrogate(unit)) {
                continue;
            }
            out.append(text, plain, at);
            if (Character.isSurrogate(unit)) {
                pair(text, at++);
            } else {
                character(unit);
            }
            plain = at + 1;
        }
        out.append(text, plain, text.length()).append('"');
    }

    private void pair(String text, int at) {
        if (at + 1 == text.length() || !Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1))) {
            throw new IllegalArgumentException("Half a surrogate pair is no text");
        }
        out.append(text, at, at + 2);
    }

    private void character(char unit) {
        switch (unit) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (unit < ' ') {
                    out.append(String.format("\\u%04x", (int) unit));
                } else {
                    out.append(unit);
                }
            }
        }
    }
}
