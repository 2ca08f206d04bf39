package org.tremplin.transparency.proof;

import java.nio.ByteBuffer;

/** The size of a PNG of our own, from its first chunk. */
final class PngHeader {

    private static final int WIDTH = 16;
    private static final int HEIGHT = 20;

    private PngHeader() {}

    static int width(byte[] png) {
        return ByteBuffer.wrap(png).getInt(WIDTH);
    }

    static int height(byte[] png) {
        return ByteBuffer.wrap(png).getInt(HEIGHT);
    }
}
