package org.tremplin.transparency.proof;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.Thumbnails;

/** A photograph or a scan: one page, drawn anew upright; what came with its pixels (place, camera, words) is left behind. */
final class PicturePage {

    /** Of the longer side of a page. */
    static final int LONGEST = 2000;

    private static final long MOST_PIXELS = 40_000_000;
    private static final double QUALITY = 0.88;
    private static final Map<String, String> TYPES =
            Map.of("jpeg", "image/jpeg", "jpg", "image/jpeg", "png", "image/png");

    private PicturePage() {}

    static Drawing draw(byte[] file) throws IOException {
        ImageIO.setUseCache(false);
        Size size = size(file);
        if (size.type().isEmpty()) {
            return Drawing.refused("kind");
        }
        if ((long) size.width() * size.height() > MOST_PIXELS) {
            return Drawing.refused("large");
        }
        double scale = Math.min(1.0, LONGEST / (double) Math.max(size.width(), size.height()));
        BufferedImage picture = Thumbnails.of(new ByteArrayInputStream(file))
                .scale(scale)
                .useExifOrientation(true)
                .asBufferedImage();
        Drawing.Page page = new Drawing.Page(
                picture.getWidth(),
                picture.getHeight(),
                size.type(),
                encode(onWhite(picture), size.type()),
                false,
                List.of());
        return new Drawing("", size.type(), List.of(page));
    }

    static BufferedImage onWhite(BufferedImage picture) {
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = opaque.createGraphics();
        brush.drawImage(picture, 0, 0, Color.WHITE, null);
        brush.dispose();
        return opaque;
    }

    static byte[] encode(BufferedImage picture, String type) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (type.equals("image/png")) {
            ImageIO.write(picture, "png", bytes);
        } else {
            Thumbnails.of(picture)
                    .scale(1)
                    .outputFormat("jpg")
                    .outputQuality(QUALITY)
                    .toOutputStream(bytes);
        }
        return bytes.toByteArray();
    }

    /** Read from the header alone, before anything is unpacked. */
    private static Size size(byte[] file) throws IOException {
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return new Size("", 0, 0);
            }
            ImageReader reader = readers.next();
            try {
                String type = TYPES.getOrDefault(reader.getFormatName().toLowerCase(Locale.ROOT), "");
                if (type.isEmpty()) {
                    return new Size("", 0, 0);
                }
                reader.setInput(input, true, true);
                return new Size(type, reader.getWidth(0), reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        }
    }

    /** @param type media type; empty for neither JPEG nor PNG */
    private record Size(String type, int width, int height) {}
}
