package org.tremplin.capacity.grid;

/** The grid cannot be used; the message names the file and the line. The application does not start with it. */
final class GridFault extends RuntimeException {

    GridFault(String file, int line, String sentence) {
        super("%s, line %d: %s".formatted(file, line, sentence));
    }
}
