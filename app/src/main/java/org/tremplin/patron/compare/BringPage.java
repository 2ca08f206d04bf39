package org.tremplin.patron.compare;

import java.util.List;

/**
 * @param query of the comparison so far
 * @param room files and addresses that still fit
 * @param typed addresses, one a line, when they could not be read
 * @param links of the comparison that can be read again
 */
record BringPage(String query, int room, String typed, List<Link> links) {

    /** @param title in its {@code language}; @param origin where and when it was read */
    record Link(String reference, String title, String language, String origin) {}
}
