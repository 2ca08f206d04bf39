package org.tremplin.patron.compare;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.tremplin.transparency.EvidenceFile;

/** What somebody brings to a comparison, read and not kept yet. */
sealed interface Brought {

    /**
     * A file that keeps to the schema.
     *
     * @param source where it was read; none when it was sent
     * @param seal what came of checking it; none when it names no journal, or was sent
     */
    record Read(byte[] bytes, @Nullable URI source, EvidenceFile.@Nullable Seal seal) implements Brought {}

    /** A campaign of this site, which needs no file. */
    record Here(String slug) implements Brought {}

    /** @param where the host, or empty for a file; @param detail in the terms of the file */
    record Refused(String key, String where, String detail) implements Brought {

        static Refused file(EvidenceFile.Refused refused) {
            return new Refused("compare.file." + refused.reason(), "", refused.detail());
        }
    }
}
