package org.tremplin.capacity.network;

import java.util.ArrayList;
import java.util.List;

/** A name on two short lines; what has no room is cut, and stands in full in the table. */
final class Label {

    private static final int LINES = 2;

    private Label() {}

    /** @param letters a line holds, at least 4 */
    static List<String> of(String name, int letters) {
        List<String> lines = new ArrayList<>();
        String rest = name.strip();
        while (!rest.isEmpty() && lines.size() < LINES) {
            boolean last = lines.size() == LINES - 1;
            if (length(rest) <= letters) {
                lines.add(rest);
                break;
            }
            int blank = rest.lastIndexOf(' ', rest.offsetByCodePoints(0, letters));
            if (last || blank < 1) {
                lines.add(rest.substring(0, rest.offsetByCodePoints(0, letters - 1))
                                .strip() + "…");
                break;
            }
            lines.add(rest.substring(0, blank).strip());
            rest = rest.substring(blank).strip();
        }
        return lines;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
