package org.tremplin.platform.paper;

import java.awt.Color;

/**
 * How letters look.
 *
 * @param size in points
 */
record Style(float size, Color colour, boolean bold) {

    static final Color INK = new Color(0x1A211F);
    static final Color SOFT = new Color(0x46504D);
    static final Color BRAND = new Color(0x0B5D57);

    /** Of the size. */
    static final float LEADING = 1.38f;

    /** The height of a line. */
    float leading() {
        return size * LEADING;
    }
}
