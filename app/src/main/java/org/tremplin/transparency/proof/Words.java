package org.tremplin.transparency.proof;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/** Reads the words of one page of a PDF and where they stand. */
final class Words extends PDFTextStripper {

    private static final int WHOLE = 10_000;

    private final float width;
    private final float height;
    private final List<Word> words = new ArrayList<>();
    private int line;

    private Words(PDPage page) {
        PDRectangle box = page.getCropBox();
        boolean turned = page.getRotation() % 180 != 0;
        this.width = turned ? box.getHeight() : box.getWidth();
        this.height = turned ? box.getWidth() : box.getHeight();
    }

    static List<Word> of(PDDocument document, int no) throws IOException {
        Words reader = new Words(document.getPage(no));
        reader.setSortByPosition(true);
        reader.setStartPage(no + 1);
        reader.setEndPage(no + 1);
        reader.writeText(document, Writer.nullWriter());
        return List.copyOf(reader.words);
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        StringBuilder word = new StringBuilder();
        Rectangle2D where = null;
        for (TextPosition position : positions) {
            String letter = position.getUnicode();
            if (letter == null || letter.isBlank()) {
                add(word, where);
                word.setLength(0);
                where = null;
            } else {
                word.append(letter);
                Rectangle2D box = box(position);
                where = where == null ? box : where.createUnion(box);
            }
        }
        add(word, where);
    }

    @Override
    protected void writeLineSeparator() {
        line++;
    }

    private void add(StringBuilder word, @Nullable Rectangle2D where) {
        if (where != null && !word.isEmpty() && words.size() < Drawing.MOST_WORDS) {
            words.add(new Word(
                    word.toString(),
                    line,
                    share(where.getX(), width),
                    share(where.getY(), height),
                    share(where.getWidth(), width),
                    share(where.getHeight(), height)));
        }
    }

    /** From the upper left corner of the page as it is shown, a little larger than the letter. */
    private static Rectangle2D box(TextPosition letter) {
        double along = Math.max(1, letter.getWidthDirAdj());
        double across = Math.max(1, letter.getHeightDir()) * 1.4;
        double x = letter.getX();
        double y = letter.getY();
        return switch ((int) letter.getDir()) {
            case 90 -> new Rectangle2D.Double(x - across, y - along, across * 1.3, along);
            case 180 -> new Rectangle2D.Double(x - along, y - across * 0.3, along, across * 1.3);
            case 270 -> new Rectangle2D.Double(x - across * 0.3, y, across * 1.3, along);
            default -> new Rectangle2D.Double(x, y - across, along, across * 1.3);
        };
    }

    private static int share(double length, float whole) {
        return (int) Math.round(Math.max(-WHOLE, Math.min(2 * WHOLE, WHOLE * length / whole)));
    }
}
