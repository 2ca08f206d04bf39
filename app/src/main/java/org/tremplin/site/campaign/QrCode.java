package org.tremplin.site.campaign;

import io.nayuki.qrcodegen.QrCode.Ecc;

/** A QR code as an SVG of one path, black on white with its quiet border, sharp at any size. */
public final class QrCode {

    private static final int BORDER = 4;

    private QrCode() {}

    /** @param text an address of ours, or what a bank reads */
    public static String svg(String text) {
        io.nayuki.qrcodegen.QrCode code = io.nayuki.qrcodegen.QrCode.encodeText(text, Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                int start = x;
                while (x < code.size && code.getModule(x, y)) {
                    x++;
                }
                if (x > start) {
                    path.append('M').append(start + BORDER).append(' ').append(y + BORDER);
                    path.append('h')
                            .append(x - start)
                            .append("v1h")
                            .append(start - x)
                            .append('z');
                }
            }
        }
        int size = code.size + 2 * BORDER;
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\" width=\"%2$d\" height=\"%2$d\""
                        + " shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h%1$dv%1$dH0z\"/><path d=\"%3$s\"/></svg>\n")
                .formatted(size, size * 12, path);
    }
}
