package org.tremplin.transparency.proof;

/**
 * A word of the text layer and where it stands, in ten-thousandths of the page.
 *
 * @param line words of one line stand together in what a person reads
 */
record Word(String text, int line, int x, int y, int width, int height) {}
