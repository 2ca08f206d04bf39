package org.tremplin.capacity.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The network of an association as a page shows it: drawn, as a table, and in sentences. For the association alone: it
 * names others and tells where it is fragile.
 *
 * @param count of partners
 * @param heading the shape in two words, or what keeps it from being read
 * @param sentences what can be said; what cannot be, and what it needs
 * @param drawing none without a partner
 * @param story the drawing told, for whoever does not see it
 * @param brought what partners bring, the most first; none without a partner
 * @param distance how near partners are, with what the study says of it
 */
public record NetworkPicture(
        int count,
        String heading,
        boolean reading,
        List<String> sentences,
        @Nullable Drawing drawing,
        String story,
        boolean unknownTies,
        List<Key> keys,
        List<Row> rows,
        List<Brought> brought,
        List<String> distance,
        List<Sign> signs) {

    public NetworkPicture {
        sentences = List.copyOf(sentences);
        keys = List.copyOf(keys);
        rows = List.copyOf(rows);
        brought = List.copyOf(brought);
        distance = List.copyOf(distance);
        signs = List.copyOf(signs);
    }

    /** A type and its shape. */
    public record Key(String shape, String name, int count) {}

    /** @param brings in the order of contributions */
    public record Row(int number, String name, String type, String ties, List<Boolean> brings) {}

    /** @param names of who brings it */
    public record Brought(String what, int count, List<String> names) {

        public boolean single() {
            return count == 1;
        }

        public boolean missing() {
            return count == 0;
        }
    }

    /** What the study observed. */
    public record Sign(String what, String sign, String caveat) {}
}
