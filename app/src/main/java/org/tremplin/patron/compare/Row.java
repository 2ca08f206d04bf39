package org.tremplin.patron.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The same question to every project.
 *
 * @param label its key in the texts
 * @param cells the answers, in the order chosen
 */
record Row(String label, List<Cell> cells) {

    /** @param value none when it is missing, {@code note} then says why */
    record Cell(@Nullable String value, @Nullable String note) {

        static Cell of(String value) {
            return new Cell(value, null);
        }

        static Cell missing(String why) {
            return new Cell(null, why);
        }
    }
}
