package org.tremplin.transparency.proof;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The process that draws one file: reads it from its input, writes the {@link Drawing} to its output, ends. It starts
 * without Spring, with a bounded heap; {@link Drawer} ends it when it takes too long.
 */
final class Rasteriser {

    /** Enough for the largest picture that is let in. */
    static final int MEMORY_MB = 448;

    private static final int MOST_BYTES = 20 * 1024 * 1024;

    private Rasteriser() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream answer = System.out;
        System.setOut(new PrintStream(PrintStream.nullOutputStream()));
        goFirst();
        byte[] file = read(System.in);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(answer))) {
            draw(file).write(out);
        }
        // a library may have left a thread behind
        Runtime.getRuntime().halt(0);
    }

    /** When memory runs out, Linux ends this process rather than the application. */
    private static void goFirst() {
        try {
            Files.writeString(Path.of("/proc/self/oom_score_adj"), "1000");
        } catch (IOException | SecurityException elsewhere) {
            // not Linux, or not allowed: the bounded heap stands
        }
    }

    static Drawing draw(byte[] file) {
        if (file.length == 0) {
            return Drawing.refused("none");
        }
        if (file.length > MOST_BYTES) {
            return Drawing.refused("heavy");
        }
        try {
            return PdfPages.is(file) ? PdfPages.draw(file) : PicturePage.draw(file);
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            // libraries answer a broken file with whatever they like
            return Drawing.refused("broken");
        }
    }

    private static byte[] read(InputStream in) throws IOException {
        return in.readNBytes(MOST_BYTES + 1);
    }
}
