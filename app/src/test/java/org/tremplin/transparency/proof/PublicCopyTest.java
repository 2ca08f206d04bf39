package org.tremplin.transparency.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The public copy holds the revealed pixels and nothing else. */
class PublicCopyTest {

    @Test
    void holdsNoPixelOutsideTheZones() throws IOException {
        byte[] page = Rasteriser.draw(Papers.photograph()).pages().get(0).image();
        Zone top = new Zone(1, 1000, 1000, 5000, 2000);
        byte[] copy = PublicCopy.of(Map.of(1, page), List.of(top));
        BufferedImage pixels = ImageIO.read(new ByteArrayInputStream(copy));
        assertThat(pixels.getWidth()).isEqualTo(400);
        for (int x = 0; x < pixels.getWidth(); x++) {
            for (int y = 0; y < pixels.getHeight(); y++) {
                boolean inside = x >= 40 && x < 240 && y >= 60 && y < 180;
                int colour = pixels.getRGB(x, y) & 0xFFFFFF;
                if (inside) {
                    assertThat(colour & 0xFF00).as("green shows").isGreaterThan(0xF000);
                } else {
                    assertThat(colour).as(x + "," + y).isEqualTo(PublicCopy.COVER.getRGB() & 0xFFFFFF);
                }
            }
        }
    }

    @Test
    void hasNothingBesideItsPixels() {
        byte[] page = Rasteriser.draw(Papers.invoice()).pages().get(0).image();
        byte[] copy = PublicCopy.of(Map.of(1, page), List.of(Papers.DATE, Papers.AMOUNT, Papers.OBJECT));
        assertThat(chunks(copy)).containsOnly("IHDR", "IDAT", "IEND");
        assertThat(copy).isEqualTo(PublicCopy.of(Map.of(1, page), List.of(Papers.DATE, Papers.AMOUNT, Papers.OBJECT)));
    }

    @Test
    void showsOnlyPagesThatRevealSomething() throws IOException {
        byte[] page = Rasteriser.draw(Papers.photograph()).pages().get(0).image();
        byte[] copy =
                PublicCopy.of(Map.of(2, page, 5, page), List.of(new Zone(5, 0, 0, 10, 10), new Zone(2, 0, 0, 10, 10)));
        assertThat(ImageIO.read(new ByteArrayInputStream(copy)).getHeight()).isEqualTo(2 * 600 + 16);
    }

    @Test
    void readsOnlyZonesThatLieOnAPage() {
        assertThat(Zone.read(
                        List.of(
                                "1:0,0,10,10",
                                "1:9990,0,500,10",
                                "3:0,0,1,1",
                                "1:0,0,0,5",
                                "x",
                                "1:-1,0,5,5",
                                "1:0,0,10,10"),
                        2))
                .containsExactly(new Zone(1, 0, 0, 10, 10), new Zone(1, 9990, 0, 10, 10));
    }

    static List<String> chunks(byte[] png) {
        ByteBuffer rest = ByteBuffer.wrap(png).position(8);
        List<String> names = new ArrayList<>();
        while (rest.remaining() >= 12) {
            int length = rest.getInt();
            byte[] name = new byte[4];
            rest.get(name);
            names.add(new String(name, StandardCharsets.US_ASCII));
            rest.position(rest.position() + length + 4);
        }
        return names;
    }
}
