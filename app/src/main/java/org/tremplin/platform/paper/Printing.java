package org.tremplin.platform.paper;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * Lays a paper out on A4 pages from the top down and tags each part as what it is, so that a screen reader says headings,
 * paragraphs, lists and tables, not lines. The letters come with the library (Liberation Sans); one it lacks is a “?”.
 */
final class Printing implements Closeable {

    private static final String LETTERS = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final PDRectangle A4 = PDRectangle.A4;
    private static final float MARGIN = 48;
    private static final float FOOT = 30;
    private static final float GAP = 10;
    private static final float LEADING = 1.38f;

    /** Of the size: how thick the outline of a heading is, for there is one weight of letters. */
    private static final float BOLD = 0.03f;

    private static final Color INK = new Color(0x1A211F);
    private static final Color SOFT = new Color(0x46504D);
    private static final Color BRAND = new Color(0x0B5D57);
    private static final Color RULE = new Color(0xD9D5CB);

    /** Longer is no paper any more, and would hold the thread. */
    private static final int MOST_PAGES = 60;

    private final PDDocument document = new PDDocument();
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement whole = new PDStructureElement(StandardStructureTypes.DOCUMENT, root);
    private final COSArray parents = new COSArray();
    private final PDType0Font font;
    private final Glyphs glyphs;
    private final float size;
    private final String foot;

    private PDPage page = new PDPage(A4);
    private PDPageContentStream content;
    private COSArray marks = new COSArray();
    private float y;

    private Printing(Paper paper, float size) throws IOException {
        this.size = size;
        this.foot = paper.foot();
        try (InputStream letters = Objects.requireNonNull(PDDocument.class.getResourceAsStream(LETTERS))) {
            this.font = PDType0Font.load(document, letters, true);
        }
        this.glyphs = new Glyphs(font);
        describe(paper);
        this.content = opened();
    }

    static byte[] pdf(Paper paper) throws IOException {
        byte[] made = {};
        for (float size : paper.sizes()) {
            try (Printing printing = new Printing(paper, size)) {
                for (Paper.Part part : paper.parts()) {
                    part.on(printing);
                }
                Attaching.attach(printing.document, paper.attachments());
                made = printing.bytes();
                if (printing.document.getNumberOfPages() == 1) {
                    return made;
                }
            }
        }
        return made;
    }

    private void describe(Paper paper) {
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage(paper.language().code());
        PDMarkInfo marked = new PDMarkInfo();
        marked.setMarked(true);
        catalog.setMarkInfo(marked);
        catalog.setStructureTreeRoot(root);
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        document.getDocumentInformation().setTitle(paper.title());
        document.getDocumentInformation().setProducer("Tremplin");
        root.appendKid(whole);
    }

    /** @param level 1 or 2 or 3 */
    void heading(int level, String text) throws IOException {
        float letters = size * (level == 1 ? 1.7f : level == 2 ? 1.25f : 1.05f);
        space(level == 1 ? 0 : size * (level == 2 ? 0.9f : 0.6f));
        // a heading is never alone at the end of a page
        room(letters * LEADING + 2 * size * LEADING);
        PDStructureElement heading = element("H" + level, whole);
        write(heading, text, new Style(letters, level == 3 ? INK : BRAND, true), MARGIN, width());
        space(size * 0.2f);
    }

    void text(String text) throws IOException {
        paragraph(text, new Style(size, INK, false));
    }

    /** What is said beside: smaller and softer. */
    void small(String text) throws IOException {
        paragraph(text, new Style(size * 0.88f, SOFT, false));
    }

    void list(List<String> items) throws IOException {
        if (items.isEmpty()) {
            return;
        }
        PDStructureElement list = element(StandardStructureTypes.L, whole);
        Style style = new Style(size, INK, false);
        for (String item : items) {
            room(size * LEADING);
            PDStructureElement one = element(StandardStructureTypes.LI, list);
            float top = y;
            int here = document.getNumberOfPages();
            line(element(StandardStructureTypes.LBL, one), "•", style, MARGIN + 2);
            y = document.getNumberOfPages() == here ? top : y;
            write(element(StandardStructureTypes.L_BODY, one), item, style, MARGIN + GAP + 2, width() - GAP - 2);
        }
        space(size * 0.3f);
    }

    /** @param parts of the width, one a column */
    void table(List<String> head, List<List<String>> rows, float... parts) throws IOException {
        PDStructureElement table = element(StandardStructureTypes.TABLE, whole);
        row(table, head, true, parts);
        for (List<String> row : rows) {
            row(table, row, false, parts);
        }
        space(size * 0.4f);
    }

    /** Once; nothing is written after. */
    private byte[] bytes() throws IOException {
        closed();
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.NUMS, parents);
        root.setParentTree(new PDNumberTreeNode(tree, PDParentTreeValue.class));
        root.setParentTreeNextKey(document.getNumberOfPages());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private void paragraph(String text, Style style) throws IOException {
        for (String part : text.split("\n")) {
            if (!part.isBlank()) {
                write(element(StandardStructureTypes.P, whole), part, style, MARGIN, width());
            }
        }
        space(size * 0.3f);
    }

    private void row(PDStructureElement table, List<String> cells, boolean head, float... parts) throws IOException {
        Style style = head ? new Style(size * 0.88f, SOFT, true) : new Style(size, INK, false);
        float all = 0;
        for (float part : parts) {
            all += part;
        }
        List<List<String>> lines = new ArrayList<>();
        int most = 1;
        for (int at = 0; at < cells.size(); at++) {
            List<String> broken = broken(cells.get(at), style.size(), width() * parts[at] / all - GAP);
            lines.add(broken);
            most = Math.max(most, broken.size());
        }
        // a row stays whole: no cell of these papers is longer than a page
        room(most * style.size() * LEADING + size * 0.5f);
        PDStructureElement row = element(StandardStructureTypes.TR, table);
        float top = y;
        float left = MARGIN;
        for (int at = 0; at < lines.size(); at++) {
            PDStructureElement cell =
                    element(head || at == 0 ? StandardStructureTypes.TH : StandardStructureTypes.TD, row);
            if (head || at == 0) {
                PDTableAttributeObject scope = new PDTableAttributeObject();
                scope.setScope(head ? PDTableAttributeObject.SCOPE_COLUMN : PDTableAttributeObject.SCOPE_ROW);
                cell.addAttribute(scope);
            }
            y = top;
            for (String one : lines.get(at)) {
                line(cell, one, style, left);
            }
            left += width() * parts[at] / all;
        }
        y = top - most * style.size() * LEADING - size * 0.15f;
        rule();
        space(size * 0.2f);
    }

    private void rule() throws IOException {
        content.beginMarkedContent(COSName.ARTIFACT);
        content.setStrokingColor(RULE);
        content.setLineWidth(0.6f);
        content.moveTo(MARGIN, y);
        content.lineTo(MARGIN + width(), y);
        content.stroke();
        content.endMarkedContent();
    }

    private void write(PDStructureElement element, String text, Style style, float left, float width)
            throws IOException {
        for (String one : broken(text, style.size(), width)) {
            line(element, one, style, left);
        }
    }

    /** One line of letters this font has; on the next page where this one is full. */
    private void line(PDStructureElement element, String written, Style style, float left) throws IOException {
        room(style.size() * LEADING);
        y -= style.size() * LEADING;
        if (written.isEmpty()) {
            return;
        }
        int mark = marks.size();
        PDMarkedContentReference reference = new PDMarkedContentReference();
        reference.setMCID(mark);
        reference.setPage(page);
        element.appendKid(reference);
        marks.add(element.getCOSObject());
        content.beginMarkedContent(COSName.getPDFName(element.getStructureType()), mark);
        show(written, style, left, y + style.size() * (LEADING - 1));
        content.endMarkedContent();
    }

    private void show(String written, Style style, float left, float base) throws IOException {
        content.beginText();
        content.setFont(font, style.size());
        content.setNonStrokingColor(style.colour());
        content.setStrokingColor(style.colour());
        content.setLineWidth(style.size() * BOLD);
        content.setRenderingMode(style.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        content.newLineAtOffset(left, base);
        content.showText(written);
        content.endText();
    }

    private PDStructureElement element(String type, PDStructureElement parent) {
        PDStructureElement element = new PDStructureElement(type, parent);
        element.setPage(page);
        parent.appendKid(element);
        return element;
    }

    private void space(float points) {
        // none at the top of a page
        y = y < A4.getHeight() - MARGIN ? y - points : y;
    }

    private void room(float points) throws IOException {
        if (y - points >= MARGIN + FOOT || y >= A4.getHeight() - MARGIN) {
            return;
        }
        if (document.getNumberOfPages() >= MOST_PAGES) {
            throw new IOException("A paper of more than " + MOST_PAGES + " pages");
        }
        closed();
        page = new PDPage(A4);
        content = opened();
    }

    private PDPageContentStream opened() throws IOException {
        document.addPage(page);
        marks = new COSArray();
        y = A4.getHeight() - MARGIN;
        return new PDPageContentStream(document, page);
    }

    private void closed() throws IOException {
        int number = document.getNumberOfPages();
        content.beginMarkedContent(COSName.ARTIFACT);
        Style style = new Style(8, SOFT, false);
        show(glyphs.written(foot), style, MARGIN, MARGIN);
        String count = String.valueOf(number);
        show(count, style, MARGIN + width() - glyphs.width(count, style.size()), MARGIN);
        content.endMarkedContent();
        content.close();
        int key = number - 1;
        page.setStructParents(key);
        page.getCOSObject().setName(COSName.getPDFName("Tabs"), "S");
        parents.add(COSInteger.get(key));
        parents.add(marks);
    }

    private static float width() {
        return A4.getWidth() - 2 * MARGIN;
    }

    /** In lines that fit; a word that is longer than a line is broken where it must. */
    private List<String> broken(String text, float letters, float width) throws IOException {
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

    private record Style(float size, Color colour, boolean bold) {}
}
