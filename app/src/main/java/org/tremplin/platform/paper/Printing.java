package org.tremplin.platform.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * Lays a paper out on pages and tags it: each line belongs to its paragraph, so that a screen reader says paragraphs and
 * headings, not lines.
 */
final class Printing {

    private static final float MARGIN = 56;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float LEADING = 1.4f;
    private static final float THOUSAND = 1_000;

    /** The letters that come with the library; free (SIL OFL), Latin, Greek and Cyrillic. */
    private static final String LETTERS = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final PDDocument document;
    private final PDFont font;
    private final PDStructureElement body;
    private final List<List<PDStructureElement>> marks = new ArrayList<>();
    private PDPageContentStream page;
    private float left;

    private Printing(PDDocument document, PDFont font, PDStructureElement body) throws IOException {
        this.document = document;
        this.font = font;
        this.body = body;
        this.page = open();
    }

    static byte[] pdf(Paper paper) throws IOException {
        try (PDDocument document = new PDDocument();
                InputStream letters = Objects.requireNonNull(PDDocument.class.getResourceAsStream(LETTERS))) {
            PDStructureTreeRoot root = new PDStructureTreeRoot();
            PDStructureElement body = new PDStructureElement("Document", root);
            root.appendKid(body);
            describe(document, root, paper);
            Printing printing = new Printing(document, PDType0Font.load(document, letters), body);
            for (Paper.Paragraph paragraph : paper.paragraphs()) {
                printing.print(paragraph);
            }
            printing.page.close();
            printing.tie(root);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static void describe(PDDocument document, PDStructureTreeRoot root, Paper paper) {
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage(paper.language().code());
        catalog.setStructureTreeRoot(root);
        PDMarkInfo marked = new PDMarkInfo();
        marked.setMarked(true);
        catalog.setMarkInfo(marked);
        PDViewerPreferences window = new PDViewerPreferences(new COSDictionary());
        window.setDisplayDocTitle(true);
        catalog.setViewerPreferences(window);
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle(paper.title());
        about.setProducer("Tremplin");
        document.setDocumentInformation(about);
    }

    private PDPageContentStream open() throws IOException {
        PDPage sheet = new PDPage(PDRectangle.A4);
        sheet.getCOSObject().setInt(COSName.STRUCT_PARENTS, marks.size());
        document.addPage(sheet);
        marks.add(new ArrayList<>());
        left = PDRectangle.A4.getHeight() - MARGIN;
        return new PDPageContentStream(document, sheet);
    }

    private void print(Paper.Paragraph paragraph) throws IOException {
        Paper.Kind kind = paragraph.kind();
        PDStructureElement element = new PDStructureElement(kind.tag, body);
        body.appendKid(element);
        left -= kind.above;
        boolean first = true;
        for (String line : lines(paragraph.text(), kind)) {
            if (left - kind.size * LEADING < MARGIN) {
                page.close();
                page = open();
            }
            left -= kind.size * LEADING;
            print(element, kind, first && kind == Paper.Kind.ITEM ? "• " : "", line);
            first = false;
        }
    }

    private void print(PDStructureElement element, Paper.Kind kind, String bullet, String line) throws IOException {
        List<PDStructureElement> here = marks.get(marks.size() - 1);
        COSDictionary number = new COSDictionary();
        number.setInt(COSName.MCID, here.size());
        PDMarkedContentReference reference = new PDMarkedContentReference();
        reference.setPage(document.getPage(document.getNumberOfPages() - 1));
        reference.setMCID(here.size());
        element.appendKid(reference);
        here.add(element);
        page.beginMarkedContent(COSName.getPDFName(element.getStructureType()), PDPropertyList.create(number));
        page.beginText();
        page.setFont(font, kind.size);
        page.newLineAtOffset(MARGIN + kind.indent - (bullet.isEmpty() ? 0 : width(bullet, kind.size)), left);
        page.showText(bullet + line);
        page.endText();
        page.endMarkedContent();
    }

    /** Which paragraph each piece of a page belongs to. */
    private void tie(PDStructureTreeRoot root) {
        Map<Integer, PDParentTreeValue> numbers = new HashMap<>();
        for (int at = 0; at < marks.size(); at++) {
            COSArray elements = new COSArray();
            marks.get(at).forEach(element -> elements.add(element.getCOSObject()));
            numbers.put(at, new PDParentTreeValue(elements));
        }
        PDNumberTreeNode tree = new PDNumberTreeNode(PDParentTreeValue.class);
        tree.setNumbers(numbers);
        root.setParentTree(tree);
        root.setParentTreeNextKey(marks.size());
    }

    private List<String> lines(String text, Paper.Kind kind) throws IOException {
        List<String> lines = new ArrayList<>();
        float room = WIDTH - kind.indent;
        for (String part : text.split("\n")) {
            StringBuilder line = new StringBuilder();
            for (String word : drawable(part).split(" ")) {
                if (!line.isEmpty() && width(line + " " + word, kind.size) > room) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
                cut(line, lines, kind.size, room);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** A word longer than a line goes on below. */
    private void cut(StringBuilder line, List<String> lines, float size, float room) throws IOException {
        while (line.length() > 1 && width(line.toString(), size) > room) {
            int fits = line.length() - 1;
            while (fits > 1 && width(line.substring(0, fits), size) > room) {
                fits--;
            }
            lines.add(line.substring(0, fits));
            line.delete(0, fits);
        }
    }

    private float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / THOUSAND * size;
    }

    /** What the letters lack becomes a question mark; narrow blanks become plain unbreakable ones. */
    private String drawable(String text) {
        StringBuilder drawn = new StringBuilder();
        text.codePoints()
                .map(letter -> letter == '\u202F' ? '\u00A0' : Character.isISOControl(letter) ? ' ' : letter)
                .forEach(letter -> drawn.append(known(letter) ? Character.toString(letter) : "?"));
        return drawn.toString();
    }

    private boolean known(int letter) {
        try {
            font.encode(Character.toString(letter));
            return true;
        } catch (IOException | IllegalArgumentException unknown) {
            return false;
        }
    }
}
