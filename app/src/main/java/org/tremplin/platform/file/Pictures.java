package org.tremplin.platform.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.codec.multipart.Part;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Makes a safe picture out of an uploaded one: drawn anew as JPEG, so that nothing of the file survives but what can
 * be seen; neither place, nor camera, nor anything hidden behind the picture.
 */
@Component
public class Pictures implements DisposableBean {

    public static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final long MOST_PIXELS = 40_000_000;
    private static final int WIDEST = 1440;
    private static final double QUALITY = 0.84;
    private static final Set<String> FORMATS = Set.of("jpeg", "jpg", "png");

    /** One picture at a time: a large one takes 160 MB while it is drawn. */
    private final Scheduler pictures = Schedulers.newBoundedElastic(1, 16, "pictures");

    Pictures() {
        ImageIO.setUseCache(false);
    }

    /** @return the picture, or why there is none */
    public Mono<Redrawn> redraw(byte[] file) {
        return Mono.fromCallable(() -> redrawn(file)).subscribeOn(pictures);
    }

    /** The bytes of an uploaded part; one byte too many where it is longer than a picture may be. */
    public static Mono<byte[]> bytes(@Nullable Part part) {
        return Uploaded.bytes(part, MOST_BYTES);
    }

    private static Redrawn redrawn(byte[] file) {
        if (file.length == 0) {
            return Redrawn.refused("cover.problem.none");
        }
        if (file.length > MOST_BYTES) {
            return Redrawn.refused("cover.problem.heavy");
        }
        try {
            Size size = size(file);
            if (size == null) {
                return Redrawn.refused("cover.problem.kind");
            }
            if ((long) size.width() * size.height() > MOST_PIXELS) {
                return Redrawn.refused("cover.problem.large");
            }
            return new Redrawn(draw(file, size), "");
        } catch (IOException | RuntimeException broken) {
            // libraries answer a broken file with any exception they like
            return Redrawn.refused("cover.problem.broken");
        }
    }

    /** Read from the header alone, before anything is decoded; none when it is neither JPEG nor PNG. */
    private static @Nullable Size size(byte[] file) throws IOException {
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            try {
                if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                    return null;
                }
                reader.setInput(input, true, true);
                return new Size(reader.getWidth(0), reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        }
    }

    private static byte[] draw(byte[] file, Size size) throws IOException {
        double scale = Math.min(1.0, WIDEST / (double) Math.max(size.width(), size.height()));
        BufferedImage picture = Thumbnails.of(new ByteArrayInputStream(file))
                .scale(scale)
                .useExifOrientation(true)
                .asBufferedImage();
        BufferedImage onWhite = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = onWhite.createGraphics();
        brush.drawImage(picture, 0, 0, Color.WHITE, null);
        brush.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        Thumbnails.of(onWhite)
                .scale(1)
                .outputFormat("jpg")
                .outputQuality(QUALITY)
                .toOutputStream(jpeg);
        return jpeg.toByteArray();
    }

    @Override
    public void destroy() {
        pictures.dispose();
    }

    private record Size(int width, int height) {}

    /** @param problem message key, empty when there is a picture */
    public record Redrawn(byte[] jpeg, String problem) {
        static Redrawn refused(String problem) {
            return new Redrawn(new byte[0], problem);
        }
    }
}
