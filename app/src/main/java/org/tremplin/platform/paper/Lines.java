package org.tremplin.platform.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Breaks a text in lines that fit; a word that is longer than a line is broken where it must. */
record Lines(Glyphs glyphs) {

    /** @param letters their size, as the width in points */
    List<String> of(String text, float letters, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : glyphs.written(text.strip().replace('\n', ' ')).split(" +")) {
            String rest = word;
            String longer = line.isEmpty() ? rest : line + " " + rest;
            if (glyphs.width(longer, letters) <= width) {
                line.setLength(0);
                line.append(longer);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (glyphs.width(rest, letters) > width && rest.codePointCount(0, rest.length()) > 1) {
                int end = fitting(rest, letters, width);
                lines.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            line.append(rest);
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** Where a word must end to fit; after its first letter at least. */
    private int fitting(String word, float letters, float width) throws IOException {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length()) {
            int next = word.offsetByCodePoints(end, 1);
            if (glyphs.width(word.substring(0, next), letters) > width) {
                return end;
            }
            end = next;
        }
        return end;
    }
}
