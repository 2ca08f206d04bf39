package org.tremplin.platform.privacy;

import java.nio.file.Path;

/** Ends a start: nobody may be let in while people who had themselves erased are back in the data. */
final class ErasuresNotRedone extends RuntimeException {

    private final Path list;

    ErasuresNotRedone(Path list, Throwable cause) {
        super(
                "The site stays closed: what people had erased since the backup that was restored could not be erased"
                        + " again (" + cause + ").",
                cause);
        this.list = list;
    }

    Path list() {
        return list;
    }
}
