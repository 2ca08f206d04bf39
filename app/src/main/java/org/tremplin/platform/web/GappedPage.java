package org.tremplin.platform.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * The bytes of a page between its gaps, compressed part by part, so that an answer is a row of copies. What fills a gap
 * goes into the compressed answer uncompressed: its length there tells nothing of a secret, and no other text can be
 * tried against it.
 */
final class GappedPage {

    /** A gzip member without name or time (RFC 1952, 2.3). */
    private static final byte[] HEAD = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private final List<byte[]> plain = new ArrayList<>();
    private final List<byte[]> deflated = new ArrayList<>();

    /** For each gap, which value fills it. */
    private final List<Integer> fillings = new ArrayList<>();

    private GappedPage() {}

    /** @param marks stand for the values, in their order; each may show any number of times */
    static GappedPage cut(byte[] bytes, List<String> marks) {
        GappedPage page = new GappedPage();
        String text = new String(bytes, StandardCharsets.UTF_8);
        int from = 0;
        for (int[] gap = next(text, marks, from); gap.length > 0; gap = next(text, marks, from)) {
            page.add(text.substring(from, gap[0]), false);
            page.fillings.add(gap[1]);
            from = gap[0] + marks.get(gap[1]).length();
        }
        page.add(text.substring(from), true);
        return page;
    }

    /** Where the next mark stands and which one it is; nothing when none is left. */
    private static int[] next(String text, List<String> marks, int from) {
        int[] nearest = {};
        for (int i = 0; i < marks.size(); i++) {
            int at = text.indexOf(marks.get(i), from);
            if (at >= 0 && (nearest.length == 0 || at < nearest[0])) {
                nearest = new int[] {at, i};
            }
        }
        return nearest;
    }

    private void add(String part, boolean last) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        plain.add(bytes);
        deflated.add(deflate(bytes, last));
    }

    /** Ends on a whole byte and looks back at nothing, so that anything may follow it. */
    private static byte[] deflate(byte[] bytes, boolean last) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(bytes);
            if (last) {
                deflater.finish();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2 + 64);
            byte[] buffer = new byte[8_192];
            int got = buffer.length;
            while (last ? !deflater.finished() : got == buffer.length) {
                got = deflater.deflate(buffer, 0, buffer.length, last ? Deflater.NO_FLUSH : Deflater.FULL_FLUSH);
                out.write(buffer, 0, got);
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    byte[] plain(List<String> values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(size(plain, values));
        for (int i = 0; i < plain.size(); i++) {
            out.writeBytes(plain.get(i));
            if (i < fillings.size()) {
                out.writeBytes(ascii(values.get(fillings.get(i))));
            }
        }
        return out.toByteArray();
    }

    byte[] gzipped(List<String> values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(size(deflated, values));
        CRC32 check = new CRC32();
        int length = 0;
        out.writeBytes(HEAD);
        for (int i = 0; i < plain.size(); i++) {
            out.writeBytes(deflated.get(i));
            check.update(plain.get(i));
            length += plain.get(i).length;
            if (i < fillings.size()) {
                byte[] value = ascii(values.get(fillings.get(i)));
                stored(value, out);
                check.update(value);
                length += value.length;
            }
        }
        little((int) check.getValue(), 4, out);
        little(length, 4, out);
        return out.toByteArray();
    }

    /** A block of its own that is not compressed (RFC 1951, 3.2.4). */
    private static void stored(byte[] value, ByteArrayOutputStream out) {
        out.write(0);
        little(value.length, 2, out);
        little(~value.length, 2, out);
        out.writeBytes(value);
    }

    private static void little(int number, int bytes, ByteArrayOutputStream out) {
        for (int i = 0; i < bytes; i++) {
            out.write(number >>> 8 * i);
        }
    }

    private int size(List<byte[]> parts, List<String> values) {
        int size = HEAD.length + 8;
        for (byte[] part : parts) {
            size += part.length;
        }
        for (int filling : fillings) {
            size += values.get(filling).length() + 5;
        }
        return size;
    }

    private static byte[] ascii(String value) {
        return value.getBytes(StandardCharsets.US_ASCII);
    }
}
