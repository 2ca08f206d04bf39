package org.tremplin.capacity.network;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A name in any way it is typed: signs of a keyboard or of print, with accents or without. */
final class Spelling {

    /** Signs that people take for each other. */
    private static final List<String> ALIKE =
            List.of("'’ʼ‘`", "-‐‑‒–", "aàáâãäå", "cç", "eèéêë", "iìíîï", "nñ", "oòóôõö", "uùúûü", "yýÿ");

    private Spelling() {}

    /** A part of a pattern that minds no case. */
    static String of(String name) {
        StringBuilder pattern = new StringBuilder();
        String[] words = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("(?iu)œ", "oe")
                .strip()
                .split("[\\s\u00a0\u202f]+");
        for (int at = 0; at < words.length; at++) {
            pattern.append(at == 0 ? "" : "[\\s\\u00a0\\u202f]+");
            words[at].codePoints().forEach(sign -> pattern.append(alike(Character.toString(sign))));
        }
        return pattern.toString().replace(alike("o") + alike("e"), "(?:œ|" + alike("o") + alike("e") + ")");
    }

    private static String alike(String sign) {
        String small = sign.toLowerCase(Locale.ROOT);
        return ALIKE.stream()
                .filter(signs -> signs.contains(small))
                .findFirst()
                .map(signs -> "[" + signs.replace("-", "\\-") + "]\\p{M}*")
                .orElseGet(() -> Pattern.quote(sign));
    }
}
