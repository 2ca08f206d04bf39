package org.tremplin.platform.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/** Lays the parts of a paper out on its pages; a heading is never alone at the end of one. */
final class Printing {

    /** From a bullet to its text. */
    private static final float INDENT = 12;

    /** Of a text, that stay with the heading above. */
    private static final int FIRST_LINES = 2;

    private final Pages pages;
    private final float size;

    /** Written with the beginning of what follows them. */
    private final List<Heading> headings = new ArrayList<>();

    private Printing(Pages pages, float size) {
        this.pages = pages;
        this.size = size;
    }

    static byte[] pdf(Paper paper) throws IOException {
        byte[] made = {};
        for (float size : paper.sizes()) {
            try (Pages pages = new Pages(paper)) {
                Printing printing = new Printing(pages, size);
                for (Paper.Part part : paper.parts()) {
                    part.on(printing);
                }
                printing.headings(0);
                made = pages.bytes(paper.attachments());
                if (pages.count() == 1) {
                    return made;
                }
            }
        }
        return made;
    }

    /** @param level 1 or 2 or 3 */
    void heading(int level, String text) throws IOException {
        float letters = size * (level == 1 ? 1.7f : level == 2 ? 1.25f : 1.05f);
        Style style = new Style(letters, level == 3 ? Style.INK : Style.BRAND, true);
        float above = level == 1 ? 0 : size * (level == 2 ? 0.9f : 0.6f);
        headings.add(new Heading("H" + level, pages.broken(text, style, Pages.width()), style, above));
    }

    void text(String text) throws IOException {
        paragraph(text, new Style(size, Style.INK, false));
    }

    /** What is said beside: smaller and softer. */
    void small(String text) throws IOException {
        paragraph(text, new Style(size * 0.88f, Style.SOFT, false));
    }

    void list(List<String> items) throws IOException {
        if (items.isEmpty()) {
            return;
        }
        Style style = new Style(size, Style.INK, false);
        float width = Pages.width() - INDENT;
        headings(first(pages.broken(items.get(0), style, width), style));
        PDStructureElement list = pages.element(StandardStructureTypes.L);
        for (String item : items) {
            pages.room(style.leading());
            PDStructureElement one = pages.element(StandardStructureTypes.LI, list);
            float top = pages.at();
            int here = pages.count();
            pages.line(pages.element(StandardStructureTypes.LBL, one), "•", style, Pages.MARGIN + 2);
            pages.to(pages.count() == here ? top : pages.at());
            PDStructureElement body = pages.element(StandardStructureTypes.L_BODY, one);
            write(body, pages.broken(item, style, width), style, Pages.MARGIN + INDENT);
        }
        pages.space(size * 0.3f);
    }

    /** @param parts of the width, one a column */
    void table(List<String> head, List<List<String>> rows, float... parts) throws IOException {
        Row first = Row.of(pages, head, true, size, parts);
        headings(first.height()
                + (rows.isEmpty()
                        ? 0
                        : Row.of(pages, rows.get(0), false, size, parts).height()));
        PDStructureElement table = pages.element(StandardStructureTypes.TABLE);
        first.on(pages, table);
        for (List<String> row : rows) {
            Row.of(pages, row, false, size, parts).on(pages, table);
        }
        pages.space(size * 0.4f);
    }

    private void paragraph(String text, Style style) throws IOException {
        for (String part : text.split("\n")) {
            if (!part.isBlank()) {
                List<String> lines = pages.broken(part, style, Pages.width());
                headings(first(lines, style));
                write(pages.element(StandardStructureTypes.P), lines, style, Pages.MARGIN);
            }
        }
        pages.space(size * 0.3f);
    }

    private void write(PDStructureElement element, List<String> lines, Style style, float left) throws IOException {
        for (String one : lines) {
            pages.line(element, one, style, left);
        }
    }

    private static float first(List<String> lines, Style style) {
        return Math.min(FIRST_LINES, lines.size()) * style.leading();
    }

    /** Those that wait, together and with what comes next. @param next the height of its beginning, in points */
    private void headings(float next) throws IOException {
        float below = size * 0.2f;
        float left = next;
        for (Heading heading : headings) {
            left += heading.height() + below;
        }
        for (int at = 0; at < headings.size(); at++) {
            Heading heading = headings.get(at);
            pages.space(heading.above());
            left -= heading.above();
            pages.room(left);
            left -= heading.height() - heading.above() + below;
            write(pages.element(heading.type()), heading.lines(), heading.style(), Pages.MARGIN);
            pages.space(below);
        }
        headings.clear();
    }

    /** @param above the space before it */
    private record Heading(String type, List<String> lines, Style style, float above) {

        float height() {
            return above + lines.size() * style.leading();
        }
    }
}
