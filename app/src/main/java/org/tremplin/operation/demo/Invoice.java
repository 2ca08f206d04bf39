package org.tremplin.operation.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tremplin.money.MoneyText;
import org.tremplin.platform.web.DayText;

/**
 * The paper of a bill, plainly fictional: one page of PDF, A5, written byte by byte with the letters every reader brings
 * along. It says more than anyone may see: {@link #zones} are its date, its object and its amount.
 */
final class Invoice {

    private static final int WIDTH = 420;
    private static final int HEIGHT = 595;
    private static final int LEFT = 40;
    private static final int RIGHT = WIDTH - LEFT;
    private static final int COLUMN = 285;
    private static final int WHOLE = 10_000;

    /** Letters of one line of the object. */
    private static final int LONGEST_LINE = 42;

    private static final int MOST_LINES = 3;
    private static final int LINE = 14;

    /** From the top of the page. */
    private static final int DATE = 176;

    private static final int OBJECT = 268;

    /** What PDF calls WinAnsi. */
    private static final Charset LETTERS = Charset.forName("windows-1252");

    private final StringBuilder drawn = new StringBuilder();

    private Invoice() {}

    static byte[] pdf(Bill bill, String customer) {
        Invoice page = new Invoice();
        page.draw(bill, customer);
        return document(page.drawn.toString().getBytes(LETTERS));
    }

    /** What may be seen of it, as the page of the workspace sends it. */
    static List<String> zones() {
        int object = MOST_LINES * LINE + 4;
        return List.of(
                zone(LEFT - 6, DATE - 14, 180, 20),
                zone(LEFT - 6, OBJECT - 14, COLUMN - LEFT - 6, object),
                zone(COLUMN - 8, OBJECT - 14, RIGHT + 14 - COLUMN, object));
    }

    private static String zone(int x, int y, int width, int height) {
        return "1:" + x * WHOLE / WIDTH + "," + y * WHOLE / HEIGHT + "," + width * WHOLE / WIDTH + ","
                + height * WHOLE / HEIGHT;
    }

    private void draw(Bill bill, String customer) {
        drawn.append("0.93 0.91 0.87 rg\n");
        turned("SPÉCIMEN");
        drawn.append("0.12 0.12 0.12 rg\n");
        text("F2", 15, LEFT, 52, bill.supplier());
        text("F1", 9, LEFT, 68, "Zone d’activité du Modèle, 99999 Exemple-Ville");
        text("F1", 9, LEFT, 81, "facturation@fournisseur.example");
        text("F2", 18, COLUMN, 52, "FACTURE");
        text("F1", 9, COLUMN, 68, "n° F-" + Long.toString(bill.cents(), 10));
        text("F1", 9, COLUMN, 118, "Client");
        text("F2", 10, COLUMN, 132, customer);
        text("F1", 11, LEFT, DATE, "Date : " + DayText.text(bill.on(), Locale.FRANCE));
        drawn.append("0.75 0.75 0.75 rg\n");
        rule(OBJECT - 44);
        rule(OBJECT - 22);
        rule(OBJECT + MOST_LINES * LINE - 2);
        drawn.append("0.12 0.12 0.12 rg\n");
        text("F2", 10, LEFT, OBJECT - 30, "Désignation");
        text("F2", 10, COLUMN, OBJECT - 30, "Montant TTC");
        List<String> lines = lines(bill.purpose());
        for (int at = 0; at < lines.size(); at++) {
            text("F1", 11, LEFT, OBJECT + at * LINE, lines.get(at));
        }
        text("F2", 12, COLUMN, OBJECT, MoneyText.exact(bill.cents(), Locale.FRANCE));
        text("F1", 9, LEFT, 430, "Réglé par virement, le jour de la facture.");
        text("F1", 9, LEFT, 444, "IBAN : FR00 0000 0000 00FI CTIF 0000 000");
        text("F1", 9, LEFT, 540, "Pièce de démonstration : fournisseur, numéros et adresses sont inventés.");
    }

    private static List<String> lines(String purpose) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : purpose.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > LONGEST_LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines.subList(0, Math.min(MOST_LINES, lines.size()));
    }

    private void rule(int top) {
        drawn.append("%d %d %d 0.7 re f\n".formatted(LEFT, HEIGHT - top, RIGHT - LEFT));
    }

    private void text(String font, int size, int x, int top, String words) {
        drawn.append("BT /%s %d Tf %d %d Td (%s) Tj ET\n".formatted(font, size, x, HEIGHT - top, escaped(words)));
    }

    /** Large, from corner to corner. */
    private void turned(String words) {
        drawn.append("BT /F2 64 Tf 0.64 0.77 -0.77 0.64 110 150 Tm (%s) Tj ET\n".formatted(escaped(words)));
    }

    private static String escaped(String words) {
        return words.replace('\u202F', '\u00A0')
                .replace("\\", "\\\\")
                .replace("(", "\\(")
                .replace(")", "\\)");
    }

    private static byte[] document(byte[] content) {
        List<byte[]> objects = List.of(
                ascii("<</Type/Catalog/Pages 2 0 R>>"),
                ascii("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
                ascii("<</Type/Page/Parent 2 0 R/MediaBox[0 0 " + WIDTH + " " + HEIGHT
                        + "]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>>>"),
                joined(ascii("<</Length " + content.length + ">>stream\n"), content, ascii("\nendstream")),
                font("Helvetica"),
                font("Helvetica-Bold"));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(ascii("%PDF-1.4\n"));
        StringBuilder places = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        for (int no = 1; no <= objects.size(); no++) {
            places.append("%010d 00000 n \n".formatted(file.size()));
            file.writeBytes(joined(ascii(no + " 0 obj"), objects.get(no - 1), ascii("endobj\n")));
        }
        int start = file.size();
        file.writeBytes(ascii(places + "trailer<</Size " + (objects.size() + 1) + "/Root 1 0 R>>\nstartxref\n" + start
                + "\n%%EOF\n"));
        return file.toByteArray();
    }

    private static byte[] font(String name) {
        return ascii("<</Type/Font/Subtype/Type1/BaseFont/" + name + "/Encoding/WinAnsiEncoding>>");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(LETTERS);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
