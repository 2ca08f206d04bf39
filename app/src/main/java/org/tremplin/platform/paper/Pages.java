package org.tremplin.platform.paper;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * A4 pages, written from the top down, each with its foot. The letters come with the library (Liberation Sans); one it
 * lacks is a “?”.
 */
final class Pages implements Closeable {

    static final float MARGIN = 48;

    private static final String LETTERS = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final PDRectangle A4 = PDRectangle.A4;
    private static final float FOOT = 30;
    private static final Color RULE = new Color(0xD9D5CB);

    /** Of the size: how thick the outline of a heading is, for there is one weight of letters. */
    private static final float BOLD = 0.03f;

    /** Longer is no paper any more, and would hold the thread. */
    private static final int MOST = 60;

    private final PDDocument document = new PDDocument();
    private final PDType0Font font;
    private final Glyphs glyphs;
    private final Lines lines;
    private final String foot;
    private final Tags tags;

    private PDPage page = new PDPage(A4);
    private PDPageContentStream content;
    private float y;

    Pages(Paper paper) throws IOException {
        foot = paper.foot();
        try (InputStream letters = Objects.requireNonNull(PDDocument.class.getResourceAsStream(LETTERS))) {
            font = PDType0Font.load(document, letters, true);
        }
        glyphs = new Glyphs(font);
        lines = new Lines(glyphs);
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage(paper.language().code());
        tags = new Tags(catalog);
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        document.getDocumentInformation().setTitle(paper.title());
        document.getDocumentInformation().setProducer("Tremplin");
        content = opened();
    }

    static float width() {
        return A4.getWidth() - 2 * MARGIN;
    }

    int count() {
        return document.getNumberOfPages();
    }

    /** How far above the end of the page it writes next. */
    float at() {
        return y;
    }

    void to(float height) {
        y = height;
    }

    List<String> broken(String text, Style style, float width) throws IOException {
        return lines.of(text, style.size(), width);
    }

    /** A part of the whole paper. */
    PDStructureElement element(String type) {
        return element(type, tags.whole());
    }

    PDStructureElement element(String type, PDStructureElement parent) {
        return Tags.element(type, parent, page);
    }

    void space(float points) {
        // none at the top of a page
        y = y < A4.getHeight() - MARGIN ? y - points : y;
    }

    /** On the next page where this one has not that much left. */
    void room(float points) throws IOException {
        if (y - points >= MARGIN + FOOT || y >= A4.getHeight() - MARGIN) {
            return;
        }
        if (count() >= MOST) {
            throw new IOException("A paper of more than " + MOST + " pages");
        }
        closed();
        page = new PDPage(A4);
        content = opened();
    }

    /** One line of letters this font has; on the next page where this one is full. */
    void line(PDStructureElement element, String written, Style style, float left) throws IOException {
        room(style.leading());
        y -= style.leading();
        if (written.isEmpty()) {
            return;
        }
        int mark = tags.mark(element, page);
        content.beginMarkedContent(COSName.getPDFName(element.getStructureType()), mark);
        show(written, style, left, y + style.size() * (Style.LEADING - 1));
        content.endMarkedContent();
    }

    void rule() throws IOException {
        content.beginMarkedContent(COSName.ARTIFACT);
        content.setStrokingColor(RULE);
        content.setLineWidth(0.6f);
        content.moveTo(MARGIN, y);
        content.lineTo(MARGIN + width(), y);
        content.stroke();
        content.endMarkedContent();
    }

    /** Once; nothing is written after. */
    byte[] bytes(List<Attachment> attachments) throws IOException {
        Attaching.attach(document, attachments);
        closed();
        tags.close(count());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
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

    private PDPageContentStream opened() throws IOException {
        document.addPage(page);
        y = A4.getHeight() - MARGIN;
        return new PDPageContentStream(document, page);
    }

    private void closed() throws IOException {
        content.beginMarkedContent(COSName.ARTIFACT);
        Style style = new Style(8, Style.SOFT, false);
        show(glyphs.written(foot), style, MARGIN, MARGIN);
        String count = String.valueOf(count());
        show(count, style, MARGIN + width() - glyphs.width(count, style.size()), MARGIN);
        content.endMarkedContent();
        content.close();
        tags.close(page, count());
    }
}
