package org.tremplin.platform.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/**
 * A row of a table, which stays whole: no cell of these papers is longer than a page.
 *
 * @param cells each in its lines
 * @param widths of the cells, in points
 * @param size of the plain text of the paper
 */
record Row(List<List<String>> cells, List<Float> widths, Style style, boolean head, float size) {

    /** Between two columns. */
    private static final float GAP = 10;

    /** @param parts of the width, one a column */
    static Row of(Pages pages, List<String> cells, boolean head, float size, float... parts) throws IOException {
        Style style = head ? new Style(size * 0.88f, Style.SOFT, true) : new Style(size, Style.INK, false);
        float all = 0;
        for (float part : parts) {
            all += part;
        }
        List<List<String>> lines = new ArrayList<>();
        List<Float> widths = new ArrayList<>();
        for (int at = 0; at < cells.size(); at++) {
            widths.add(Pages.width() * parts[at] / all);
            lines.add(pages.broken(cells.get(at), style, widths.get(at) - GAP));
        }
        return new Row(lines, widths, style, head, size);
    }

    float height() {
        return lines() * style.size() * Style.LEADING + size * 0.5f;
    }

    void on(Pages pages, PDStructureElement table) throws IOException {
        pages.room(height());
        PDStructureElement row = pages.element(StandardStructureTypes.TR, table);
        float top = pages.at();
        float left = Pages.MARGIN;
        for (int at = 0; at < cells.size(); at++) {
            PDStructureElement cell = cell(pages, row, at);
            pages.to(top);
            for (String one : cells.get(at)) {
                pages.line(cell, one, style, left);
            }
            left += widths.get(at);
        }
        pages.to(top - lines() * style.size() * Style.LEADING - size * 0.15f);
        pages.rule();
        pages.space(size * 0.2f);
    }

    private PDStructureElement cell(Pages pages, PDStructureElement row, int at) {
        if (!head && at > 0) {
            return pages.element(StandardStructureTypes.TD, row);
        }
        PDStructureElement cell = pages.element(StandardStructureTypes.TH, row);
        PDTableAttributeObject scope = new PDTableAttributeObject();
        scope.setScope(head ? PDTableAttributeObject.SCOPE_COLUMN : PDTableAttributeObject.SCOPE_ROW);
        cell.addAttribute(scope);
        return cell;
    }

    private int lines() {
        return cells.stream().mapToInt(List::size).max().orElse(1);
    }
}
