package org.tremplin.platform.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.tremplin.platform.command.Refused;
import tools.jackson.databind.json.JsonMapper;

/**
 * The inside of a backup, compressed: the {@link Manifest} as JSON behind its length, then for each of its tables the
 * rows as {@code COPY} gives them (text, one line a row), in blocks behind their length, ended by a length of zero.
 */
final class Archive {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final int BLOCK = 32_768;
    private static final int LARGEST_MANIFEST = 16_777_216;

    private Archive() {}

    static final class Writer implements AutoCloseable {

        private final DataOutputStream out;

        Writer(OutputStream sealed, Manifest manifest) throws IOException {
            this.out = new DataOutputStream(new GZIPOutputStream(sealed, BLOCK));
            byte[] json = JSON.writeValueAsBytes(manifest);
            out.writeInt(json.length);
            out.write(json);
        }

        /** The rows of the next table; to be closed. */
        OutputStream table() {
            return new OutputStream() {

                private final byte[] block = new byte[BLOCK];
                private int filled;

                @Override
                public void write(int one) throws IOException {
                    if (filled == BLOCK) {
                        put();
                    }
                    block[filled++] = (byte) one;
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    for (int at = 0; at < length; ) {
                        if (filled == BLOCK) {
                            put();
                        }
                        int taken = Math.min(length - at, BLOCK - filled);
                        System.arraycopy(bytes, from + at, block, filled, taken);
                        filled += taken;
                        at += taken;
                    }
                }

                @Override
                public void close() throws IOException {
                    if (filled > 0) {
                        put();
                    }
                    out.writeInt(0);
                }

                private void put() throws IOException {
                    out.writeInt(filled);
                    out.write(block, 0, filled);
                    filled = 0;
                }
            };
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    static final class Reader implements AutoCloseable {

        private final InputStream sealed;
        private final DataInputStream in;
        private final Manifest manifest;

        Reader(InputStream sealed) throws IOException {
            this.sealed = sealed;
            this.in = new DataInputStream(new GZIPInputStream(sealed, BLOCK));
            this.manifest = JSON.readValue(in.readNBytes(bounded(in.readInt(), LARGEST_MANIFEST)), Manifest.class);
        }

        Manifest manifest() {
            return manifest;
        }

        /** The rows of the next table, to be read to their end. */
        InputStream table() {
            return new InputStream() {

                private int left;
                private boolean over;

                @Override
                public int read() throws IOException {
                    if (!more()) {
                        return -1;
                    }
                    left--;
                    return in.readUnsignedByte();
                }

                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    if (length == 0) {
                        return 0;
                    }
                    if (!more()) {
                        return -1;
                    }
                    int given = Math.min(length, left);
                    in.readFully(bytes, from, given);
                    left -= given;
                    return given;
                }

                private boolean more() throws IOException {
                    if (left == 0 && !over) {
                        left = bounded(in.readInt(), BLOCK);
                        over = left == 0;
                    }
                    return !over;
                }
            };
        }

        /** Nothing may follow the last table, and the last chunk must have come. */
        void end() throws IOException {
            if (in.read() >= 0 || sealed.read() >= 0) {
                throw new Refused("backup.damaged");
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** What was sealed by us and still cannot be read was made wrong. */
    static Refused unreadable(IOException failure) throws IOException {
        if (failure instanceof EOFException || failure instanceof ZipException) {
            return new Refused("backup.damaged");
        }
        throw failure;
    }

    private static int bounded(int length, int most) {
        if (length < 0 || length > most) {
            throw new Refused("backup.damaged");
        }
        return length;
    }
}
