package org.tremplin.platform.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PicturesTest {

    private static final Pictures PICTURES = new Pictures();

    @Test
    void drawsAPhotoAnewWithoutWhereAndHowItWasTaken() throws IOException {
        byte[] photo = withExif(jpeg(picture(400, 200)), 1);
        assertThat(text(photo)).contains("Exif", "Boite-48.85N");
        byte[] cover = redraw(photo).jpeg();
        assertThat(text(cover)).doesNotContain("Exif", "Boite-48.85N");
        assertThat(ImageIO.read(new ByteArrayInputStream(cover)).getWidth()).isEqualTo(400);
    }

    @Test
    void turnsAPhotoTakenWithThePhoneUpright() throws IOException {
        byte[] cover = redraw(withExif(jpeg(picture(400, 200)), 6)).jpeg();
        BufferedImage upright = ImageIO.read(new ByteArrayInputStream(cover));
        assertThat(upright.getWidth()).isEqualTo(200);
        assertThat(upright.getHeight()).isEqualTo(400);
    }

    @Test
    void makesALargePictureSmallerAndNeverASmallOneLarger() throws IOException {
        assertThat(ImageIO.read(new ByteArrayInputStream(
                                redraw(jpeg(picture(3000, 1500))).jpeg()))
                        .getWidth())
                .isEqualTo(1440);
        assertThat(ImageIO.read(new ByteArrayInputStream(
                                redraw(jpeg(picture(90, 60))).jpeg()))
                        .getWidth())
                .isEqualTo(90);
    }

    @Test
    void putsATransparentPictureOnWhite() throws IOException {
        BufferedImage clear = new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(clear, "png", png);
        BufferedImage cover =
                ImageIO.read(new ByteArrayInputStream(redraw(png.toByteArray()).jpeg()));
        assertThat(new Color(cover.getRGB(25, 25)).getRed()).isGreaterThan(250);
    }

    @Test
    void refusesAPictureThatWouldUnpackToHundredsOfMillionsOfPixels() throws IOException {
        byte[] bomb = pngHeader(30_000, 30_000);
        assertThat(bomb.length).isLessThan(100);
        assertThat(redraw(bomb).problem()).isEqualTo("cover.problem.large");
    }

    @Test
    void refusesWithASentenceWhatIsNoPicture() throws IOException {
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        ImageIO.write(picture(10, 10), "gif", gif);
        assertThat(redraw(new byte[0]).problem()).isEqualTo("cover.problem.none");
        assertThat(redraw("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8))
                        .problem())
                .isEqualTo("cover.problem.kind");
        assertThat(redraw(gif.toByteArray()).problem()).isEqualTo("cover.problem.kind");
        assertThat(redraw(new byte[Pictures.MOST_BYTES + 1]).problem()).isEqualTo("cover.problem.heavy");
        byte[] half = jpeg(picture(300, 300));
        assertThat(redraw(Arrays.copyOf(half, 40)).problem()).isEqualTo("cover.problem.broken");
    }

    @Property(tries = 200)
    void answersAnyFileWithAPictureOrASentence(@ForAll byte[] noise) {
        byte[] almost = new byte[noise.length + 3];
        almost[0] = (byte) 0xFF;
        almost[1] = (byte) 0xD8;
        almost[2] = (byte) 0xFF;
        System.arraycopy(noise, 0, almost, 3, noise.length);
        Pictures.Redrawn answer = redraw(almost);
        assertThat(answer.problem().isEmpty()).isEqualTo(answer.jpeg().length > 0);
    }

    private static Pictures.Redrawn redraw(byte[] file) {
        return PICTURES.redraw(file).block();
    }

    private static BufferedImage picture(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        brush.setColor(Color.ORANGE);
        brush.fillOval(0, 0, width, height);
        brush.dispose();
        return picture;
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", bytes);
        return bytes.toByteArray();
    }

    /** The photo with a block as phones write it: which way is up, and a text that tells a place. */
    private static byte[] withExif(byte[] jpeg, int orientation) throws IOException {
        byte[] place = "Boite-48.85N".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream exif = new ByteArrayOutputStream();
        exif.writeBytes("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII));
        exif.writeBytes(new byte[] {0, 0, 0, 8, 0, 2});
        exif.writeBytes(new byte[] {0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0});
        exif.writeBytes(new byte[] {(byte) 0x82, (byte) 0x98, 0, 2, 0, 0, 0, (byte) place.length, 0, 0, 0, 38});
        exif.writeBytes(new byte[] {0, 0, 0, 0});
        exif.writeBytes(place);
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        photo.write(jpeg, 0, 2);
        photo.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (exif.size() + 2)});
        photo.writeBytes(exif.toByteArray());
        // phones write this block instead of the one that ImageIO puts first
        int behind = 4 + (jpeg[4] << 8 | jpeg[5] & 0xFF);
        photo.write(jpeg, behind, jpeg.length - behind);
        return photo.toByteArray();
    }

    /** The first bytes of a PNG that says it is this large, and nothing behind. */
    private static byte[] pngHeader(int width, int height) {
        java.nio.ByteBuffer header = java.nio.ByteBuffer.allocate(17);
        header.put("IHDR".getBytes(StandardCharsets.US_ASCII));
        header.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        CRC32 sum = new CRC32();
        sum.update(header.array());
        java.nio.ByteBuffer png = java.nio.ByteBuffer.allocate(33);
        png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A});
        png.putInt(13).put(header.array()).putInt((int) sum.getValue());
        return png.array();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
