package org.tremplin.transparency.proof;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/**
 * Makes the copy that anyone may see: an empty picture into which the revealed zones are copied. Nothing is painted
 * over, because nothing else was ever there. One PNG without a word beside its pixels; the pages that show something,
 * one under the other.
 */
final class PublicCopy {

    /** What stands where nothing is revealed, the same for every proof. */
    static final Color COVER = new Color(0xD9, 0xD5, 0xCB);

    static final int MOST_PAGES = 6;

    private static final int GAP = 16;

    private PublicCopy() {}

    /**
     * @param pages by number; those that a zone lies on
     * @return a PNG
     */
    static byte[] of(Map<Integer, byte[]> pages, List<Zone> zones) {
        Map<Integer, List<Zone>> byPage =
                zones.stream().collect(Collectors.groupingBy(Zone::page, TreeMap::new, Collectors.toList()));
        if (byPage.isEmpty() || byPage.size() > MOST_PAGES) {
            throw new IllegalArgumentException("A copy shows 1 to " + MOST_PAGES + " pages");
        }
        List<BufferedImage> drawn = byPage.entrySet().stream()
                .map(page -> revealed(Objects.requireNonNull(pages.get(page.getKey())), page.getValue()))
                .toList();
        return png(drawn.size() == 1 ? drawn.get(0) : stacked(drawn));
    }

    private static BufferedImage revealed(byte[] page, List<Zone> zones) {
        try {
            BufferedImage whole = ImageIO.read(new ByteArrayInputStream(page));
            BufferedImage copy = blank(whole.getWidth(), whole.getHeight());
            Graphics2D brush = copy.createGraphics();
            for (Zone zone : zones) {
                int left = pixels(zone.x(), whole.getWidth());
                int top = pixels(zone.y(), whole.getHeight());
                int width = pixels(zone.x() + zone.width(), whole.getWidth()) - left;
                int height = pixels(zone.y() + zone.height(), whole.getHeight()) - top;
                if (width > 0 && height > 0) {
                    brush.drawImage(whole.getSubimage(left, top, width, height), left, top, null);
                }
            }
            brush.dispose();
            return copy;
        } catch (IOException broken) {
            throw new UncheckedIOException("A page of our own drawing cannot be read", broken);
        }
    }

    private static BufferedImage stacked(List<BufferedImage> pages) {
        int width = pages.stream().mapToInt(BufferedImage::getWidth).max().orElseThrow();
        int height = pages.stream().mapToInt(BufferedImage::getHeight).sum() + GAP * (pages.size() - 1);
        BufferedImage all = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = all.createGraphics();
        brush.setColor(Color.WHITE);
        brush.fillRect(0, 0, width, height);
        int top = 0;
        for (BufferedImage page : pages) {
            brush.drawImage(page, 0, top, null);
            top += page.getHeight() + GAP;
        }
        brush.dispose();
        return all;
    }

    private static BufferedImage blank(int width, int height) {
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = copy.createGraphics();
        brush.setColor(COVER);
        brush.fillRect(0, 0, width, height);
        brush.dispose();
        return copy;
    }

    private static int pixels(int share, int whole) {
        return (int) ((long) share * whole / Zone.WHOLE);
    }

    private static byte[] png(BufferedImage picture) {
        try {
            return PicturePage.encode(picture, "image/png");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
