package org.tremplin.transparency.proof;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The pages of a PDF as pictures, and the words of its text layer beside. Nothing in it is run: there is no script engine. */
final class PdfPages {

    private static final byte[] START = {'%', 'P', 'D', 'F', '-'};
    private static final float POINTS_PER_INCH = 72;
    private static final float DOTS_PER_INCH = 150;

    /** Bytes of instructions on one page: a dense plan has a tenth of it. */
    private static final long MOST_CONTENTS = 32L * 1024 * 1024;

    private PdfPages() {}

    /** From its first byte on: what begins like something else is something else as well. */
    static boolean is(byte[] file) {
        for (int i = 0; i < START.length; i++) {
            if (file.length <= i || file[i] != START[i]) {
                return false;
            }
        }
        return true;
    }

    static Drawing draw(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            if (document.isEncrypted()) {
                return Drawing.refused("locked");
            }
            int count = document.getNumberOfPages();
            if (count == 0) {
                return Drawing.refused("broken");
            }
            if (count > Drawing.MOST_PAGES) {
                return Drawing.refused("pages");
            }
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            List<Drawing.Page> pages = new ArrayList<>(count);
            for (int no = 0; no < count; no++) {
                if (unpacksToTooMuch(document.getPage(no))) {
                    return Drawing.refused("heavy-inside");
                }
                pages.add(page(document, renderer, no));
            }
            return new Drawing("", "application/pdf", pages);
        } catch (InvalidPasswordException locked) {
            return Drawing.refused("locked");
        }
    }

    private static boolean unpacksToTooMuch(PDPage page) throws IOException {
        if (!page.hasContents()) {
            return false;
        }
        try (InputStream contents = page.getContents()) {
            return contents.skip(MOST_CONTENTS) == MOST_CONTENTS && contents.read() >= 0;
        }
    }

    private static Drawing.Page page(PDDocument document, PDFRenderer renderer, int no) throws IOException {
        PDRectangle box = document.getPage(no).getCropBox();
        float longest = Math.max(box.getWidth(), box.getHeight());
        if (!(Math.min(box.getWidth(), box.getHeight()) >= 1)) {
            throw new IOException("A page without a surface");
        }
        float scale = Math.min(DOTS_PER_INCH / POINTS_PER_INCH, PicturePage.LONGEST / longest);
        BufferedImage image = renderer.renderImage(no, scale, ImageType.RGB);
        List<Word> words = Words.of(document, no);
        return new Drawing.Page(
                image.getWidth(),
                image.getHeight(),
                "image/png",
                PicturePage.encode(image, "image/png"),
                !words.isEmpty(),
                words);
    }
}
