package org.tremplin.transparency.proof;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;

/** Invoices, quotes and traps for tests. What begins with {@code MARQUE} must never become public. */
public final class Papers {

    /** The date, the amount and the object of {@link #invoice}. */
    static final Zone DATE = new Zone(1, 5600, 400, 3600, 400);

    static final Zone OBJECT = new Zone(1, 500, 2400, 5000, 400);
    static final Zone AMOUNT = new Zone(1, 5600, 2400, 3600, 400);

    /** These three zones, as a form sends them. */
    public static final List<String> SHOWN = List.of(DATE.written(), AMOUNT.written(), OBJECT.written());

    public static final String IBAN = "FR76 3000 6000 0112 3456 7890 189";

    private Papers() {}

    /** An invoice of two pages with names, addresses and accounts in every corner a PDF has. */
    public static byte[] invoice() {
        return pdf(document -> {
            PDPage first = page(document);
            try (PDPageContentStream text = new PDPageContentStream(document, first)) {
                write(text, 60, 5, "MARQUE-FOURNISSEUR Scierie");
                write(text, 350, 5, "20 novembre 2026");
                write(text, 60, 10, "M. Jean MARQUENOM, 3 rue des Essais");
                write(text, 60, 15, "marque@essai.example");
                write(text, 350, 15, "06 12 34 56 78");
                write(text, 60, 25, "Planches de meleze, 27 mm");
                write(text, 350, 25, "Total 184,20 EUR");
                write(text, 60, 90, "IBAN " + IBAN);
            }
            PDPage second = page(document);
            try (PDPageContentStream text = new PDPageContentStream(document, second)) {
                write(text, 60, 25, "MARQUE-SECONDE-PAGE");
            }
            PDDocumentInformation about = new PDDocumentInformation();
            about.setAuthor("MARQUE-AUTEUR");
            about.setTitle("MARQUE-TITRE");
            document.setDocumentInformation(about);
            PDAnnotationText note = new PDAnnotationText();
            note.setContents("MARQUE-NOTE");
            note.setRectangle(new PDRectangle(350, 600, 20, 20));
            first.getAnnotations().add(note);
            attach(document);
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('MARQUE-SCRIPT')"));
        });
    }

    static byte[] pages(int count) {
        return pdf(document -> {
            for (int i = 0; i < count; i++) {
                document.addPage(new PDPage(new PDRectangle(72, 72)));
            }
        });
    }

    static byte[] locked() {
        return pdf(document -> {
            page(document);
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", "user", new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
        });
    }

    /** A page whose drawing never comes to an end: forms that draw each other many times over. */
    static byte[] endless() {
        StringBuilder twice = new StringBuilder();
        StringBuilder body = new StringBuilder("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R"
                + "/Resources<</XObject<</F 10 0 R>>>>>>endobj\n4 0 obj<</Length 4>>stream\n/F Do\nendstream endobj\n");
        for (int i = 0; i < 40; i++) {
            twice.append("/F Do ");
        }
        for (int no = 10; no < 20; no++) {
            body.append(no)
                    .append(" 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 200 200]/Resources<</XObject<</F ")
                    .append(no + 1)
                    .append(" 0 R>>>>/Length ")
                    .append(twice.length())
                    .append(">>stream\n")
                    .append(twice)
                    .append("\nendstream endobj\n");
        }
        body.append("20 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 200 200]/Length 20>>stream\n0 0 200 200 re f    \n"
                + "endstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF");
        return body.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A few kilobytes that unpack to a hundred megabytes. */
    static byte[] bomb() {
        return pdf(document -> {
            PDPage page = page(document);
            org.apache.pdfbox.pdmodel.common.PDStream stream = new org.apache.pdfbox.pdmodel.common.PDStream(document);
            try (var out = stream.createOutputStream(org.apache.pdfbox.cos.COSName.FLATE_DECODE)) {
                byte[] nothing = new byte[1 << 20];
                java.util.Arrays.fill(nothing, (byte) ' ');
                for (int i = 0; i < 100; i++) {
                    out.write(nothing);
                }
            }
            page.setContents(stream);
        });
    }

    /** A photograph of what may be seen, above, and of a name in magenta, below. */
    public static byte[] named() {
        BufferedImage picture = new BufferedImage(400, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        brush.setColor(Color.WHITE);
        brush.fillRect(0, 0, 400, 600);
        brush.setColor(Color.MAGENTA);
        brush.fillRect(0, 300, 400, 300);
        brush.dispose();
        return encoded(picture, "png");
    }

    /** A photograph: green, with a red strip below, and a place in its EXIF part. */
    static byte[] photograph() {
        BufferedImage picture = new BufferedImage(400, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        brush.setColor(Color.GREEN);
        brush.fillRect(0, 0, 400, 600);
        brush.setColor(Color.RED);
        brush.fillRect(0, 300, 400, 300);
        brush.dispose();
        byte[] jpeg = encoded(picture, "jpg");
        byte[] exif = "Exif\0\0MARQUE-GPS 45.76N 4.83E".getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream marked = new ByteArrayOutputStream();
        marked.write(jpeg, 0, 2);
        marked.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (exif.length + 2)});
        marked.writeBytes(exif);
        marked.write(jpeg, 2, jpeg.length - 2);
        return marked.toByteArray();
    }

    /** A PNG that says it is 60,000 by 60,000 and holds next to nothing. */
    static byte[] hugePicture() {
        byte[] png = encoded(new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB), "png");
        java.nio.ByteBuffer header = java.nio.ByteBuffer.wrap(png);
        header.putInt(16, 60_000).putInt(20, 60_000);
        java.util.zip.CRC32 sum = new java.util.zip.CRC32();
        sum.update(png, 12, 17);
        header.putInt(29, (int) sum.getValue());
        return png;
    }

    static byte[] encoded(BufferedImage picture, String format) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            javax.imageio.ImageIO.write(picture, format, bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private interface Filling {
        void fill(PDDocument document) throws IOException;
    }

    private static byte[] pdf(Filling filling) {
        try (PDDocument document = new PDDocument()) {
            filling.fill(document);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static PDPage page(PDDocument document) {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        return page;
    }

    /** @param percent from the top of the page */
    private static void write(PDPageContentStream text, float x, float percent, String words) throws IOException {
        text.beginText();
        text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
        text.newLineAtOffset(x, PDRectangle.A4.getHeight() * (1 - percent / 100) - 4);
        text.showText(words);
        text.endText();
    }

    private static void attach(PDDocument document) throws IOException {
        PDEmbeddedFile file = new PDEmbeddedFile(
                document, new ByteArrayInputStream("MARQUE-PIECE-JOINTE".getBytes(StandardCharsets.UTF_8)));
        PDComplexFileSpecification place = new PDComplexFileSpecification();
        place.setFile("MARQUE-FICHIER.txt");
        place.setEmbeddedFile(file);
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of("MARQUE-FICHIER", place));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }
}
