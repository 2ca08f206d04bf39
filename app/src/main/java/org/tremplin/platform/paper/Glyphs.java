package org.tremplin.platform.paper;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Which letters a font has, and how wide texts are in it. */
final class Glyphs {

    private static final String MISSING = "?";
    private static final int NARROW = '\u202F';
    private static final String NO_BREAK = "\u00A0";

    private final PDFont font;
    private final Map<Integer, String> known = new HashMap<>();

    Glyphs(PDFont font) {
        this.font = font;
    }

    /** The text in letters this font has; blanks it lacks stay blanks. */
    String written(String text) {
        StringBuilder written = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> written.append(known.computeIfAbsent(letter, this::letter)));
        return written.toString();
    }

    /** In points. @param text of letters it has */
    float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    private String letter(int letter) {
        if (letter == NARROW) {
            // readers that copy the text know the plain one
            return NO_BREAK;
        }
        String same = Character.toString(letter);
        if (Character.getType(letter) == Character.FORMAT || Character.isISOControl(letter)) {
            return "";
        }
        try {
            font.encode(same);
            return same;
        } catch (IOException | IllegalArgumentException missing) {
            return Character.isSpaceChar(letter) ? NO_BREAK : MISSING;
        }
    }
}
