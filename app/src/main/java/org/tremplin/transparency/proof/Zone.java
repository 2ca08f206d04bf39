package org.tremplin.transparency.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rectangle of a page that somebody chose to reveal, in ten-thousandths of the page, from its upper left corner.
 *
 * @param page from 1
 */
record Zone(int page, int x, int y, int width, int height) {

    static final int WHOLE = 10_000;

    /** Of one proof of twenty pages, each with the sixty cells of its sheet of named zones. */
    static final int MOST = 1_200;

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,2}):(\\d{1,5}),(\\d{1,5}),(\\d{1,5}),(\\d{1,5})");

    Zone {
        if (page < 1 || x < 0 || y < 0 || width < 1 || height < 1 || x + width > WHOLE || y + height > WHOLE) {
            throw new IllegalArgumentException("A zone lies on its page");
        }
    }

    static Zone wholeOf(int page) {
        return new Zone(page, 0, 0, WHOLE, WHOLE);
    }

    /** Those that make sense of what a form sent; what does not reveals nothing. */
    static List<Zone> read(Collection<String> written, int pages) {
        Set<Zone> zones = new LinkedHashSet<>();
        for (String one : written) {
            Matcher parts = WRITTEN.matcher(one.strip());
            if (parts.matches() && zones.size() < MOST) {
                add(zones, numbers(parts), pages);
            }
        }
        return List.copyOf(zones);
    }

    private static int[] numbers(Matcher parts) {
        int[] numbers = new int[5];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Integer.parseInt(parts.group(i + 1));
        }
        return numbers;
    }

    private static void add(Set<Zone> zones, int[] n, int pages) {
        int x = Math.min(n[1], WHOLE);
        int y = Math.min(n[2], WHOLE);
        int width = Math.min(n[3], WHOLE - x);
        int height = Math.min(n[4], WHOLE - y);
        if (n[0] >= 1 && n[0] <= pages && width > 0 && height > 0) {
            zones.add(new Zone(n[0], x, y, width, height));
        }
    }

    String written() {
        return page + ":" + x + "," + y + "," + width + "," + height;
    }

    static List<String> written(Collection<Zone> zones) {
        List<String> all = new ArrayList<>();
        zones.forEach(zone -> all.add(zone.written()));
        return all;
    }

    /** Whether any part of this word can be seen in it. */
    boolean shows(Word word) {
        return word.x() < x + width
                && x < word.x() + Math.max(1, word.width())
                && word.y() < y + height
                && y < word.y() + Math.max(1, word.height());
    }
}
