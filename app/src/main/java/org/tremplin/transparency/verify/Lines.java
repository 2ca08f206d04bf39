package org.tremplin.transparency.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of a file of any size, one after the other, within limits. */
final class Lines {

    /** Sixteen texts of 4,000 characters, each escaped, and room to spare. */
    static final int LONGEST = 1 << 20;

    static final long MOST = 20_000_000;

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private int at;
    private int end;
    private long number;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Of the line read last, from 1. */
    long number() {
        return number;
    }

    /** None at the end. */
    @Nullable
    String next() throws IOException {
        line.reset();
        boolean any = false;
        while (true) {
            if (at == end) {
                end = in.read(buffer);
                at = 0;
                if (end <= 0) {
                    end = 0;
                    return any ? text() : null;
                }
            }
            any = true;
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            if (line.size() + at - from > LONGEST) {
                throw Problem.at(number + 1, Problem.What.LINE_TOO_LONG, LONGEST);
            }
            line.write(buffer, from, at - from);
            if (at < end) {
                at++;
                return text();
            }
        }
    }

    private String text() {
        number++;
        if (number > MOST) {
            throw Problem.at(number, Problem.What.TOO_MANY_LINES, MOST);
        }
        try {
            return decoder.decode(ByteBuffer.wrap(line.toByteArray())).toString();
        } catch (CharacterCodingException broken) {
            throw Problem.at(number, Problem.What.NOT_UTF8);
        }
    }
}
