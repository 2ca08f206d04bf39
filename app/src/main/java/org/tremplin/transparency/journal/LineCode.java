package org.tremplin.transparency.journal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.tremplin.transparency.verify.Sha256;

/**
 * The public code of a budget line: 8 hexadecimal digits that stay when the line moves or is renamed, and from which
 * its id is not read. Two lines of one campaign would need a chance of one in millions to share a code.
 */
public final class LineCode {

    private static final int DIGITS = 8;

    private LineCode() {}

    public static String of(UUID campaign, UUID line) {
        String both = campaign + "/" + line;
        return Sha256.hex(Sha256.of(both.getBytes(StandardCharsets.UTF_8))).substring(0, DIGITS);
    }
}
