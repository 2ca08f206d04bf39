package org.tremplin.patron.find;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What an address of the list asks: everything stands in it, so that a list can be kept and sent. Anything unreadable
 * counts as not asked.
 *
 * @param words as a search engine takes them: quotes, minus, or
 * @param place a commune or a department, as typed
 * @param chosen options by facet; none asks for all
 * @param after the last project of the page before, none for the first page
 * @param compared projects ticked so far, at most {@value #MOST_COMPARED}
 */
record Wanted(
        String words,
        String place,
        Map<Facet, List<String>> chosen,
        Order order,
        @Nullable Cursor after,
        List<String> compared) {

    static final int MOST_COMPARED = 4;
    private static final int LONGEST = 100;
    private static final int MOST_OPTIONS = 20;
    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Cc}\\p{Cf}]+");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");
    private static final Pattern CURSOR = Pattern.compile("(-?[0-9]{1,19})~([a-z0-9-]{1,80})");

    /** Where a page begins: after this key and, among equals, after this address. */
    record Cursor(long key, String slug) {
        @Override
        public String toString() {
            return key + "~" + slug;
        }
    }

    static Wanted of(MultiValueMap<String, String> query) {
        Map<Facet, List<String>> chosen = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            List<String> options = all(query, facet.field())
                    .filter(facet.options()::contains)
                    .distinct()
                    .limit(MOST_OPTIONS)
                    .toList();
            if (!options.isEmpty()) {
                chosen.put(facet, options);
            }
        }
        String order = query.getFirst("tri");
        return new Wanted(
                clean(query.getFirst("q")),
                clean(query.getFirst("lieu")),
                Map.copyOf(chosen),
                Arrays.stream(Order.values())
                        .filter(one -> one.option().equals(order))
                        .findFirst()
                        .orElse(Order.END),
                cursor(query.getFirst("apres")),
                all(query, "c")
                        .filter(slug -> SLUG.matcher(slug).matches())
                        .distinct()
                        .limit(MOST_COMPARED)
                        .toList());
    }

    private static Stream<String> all(MultiValueMap<String, String> query, String field) {
        return query.getOrDefault(field, List.of()).stream()
                .filter(value -> value != null)
                .flatMap(value -> Arrays.stream(value.split(",", MOST_OPTIONS + 1)))
                .map(String::strip);
    }

    private static @Nullable Cursor cursor(@Nullable String typed) {
        var read = CURSOR.matcher(typed == null ? "" : typed);
        try {
            return read.matches() ? new Cursor(Long.parseLong(read.group(1)), read.group(2)) : null;
        } catch (NumberFormatException beyond) {
            return null;
        }
    }

    List<String> options(Facet facet) {
        return chosen.getOrDefault(facet, List.of());
    }

    /** Whether less than everything is asked. */
    boolean narrowed() {
        return !words.isEmpty() || !place.isEmpty() || !chosen.isEmpty();
    }

    /** The address of the first page of this list, as a query; empty for everything. */
    String query() {
        return query(null);
    }

    /** The same from a place on. */
    String query(@Nullable Cursor from) {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        Map<String, Object> typed = new LinkedHashMap<>();
        put(query, typed, "q", words);
        put(query, typed, "lieu", place);
        for (Facet facet : Facet.values()) {
            options(facet).forEach(option -> query.queryParam(facet.field(), option));
        }
        if (order != Order.END) {
            query.queryParam("tri", order.option());
        }
        compared.forEach(slug -> query.queryParam("c", slug));
        if (from != null) {
            query.queryParam("apres", from);
        }
        return query.encode().buildAndExpand(typed).toUriString();
    }

    private static void put(UriComponentsBuilder query, Map<String, Object> typed, String name, String value) {
        if (!value.isEmpty()) {
            query.queryParam(name, "{" + name + "}");
            typed.put(name, value);
        }
    }

    /** The same list in one place. @param options of the facet; none for all */
    Wanted in(String place, Facet facet, List<String> options) {
        Map<Facet, List<String>> other = new EnumMap<>(Facet.class);
        other.putAll(chosen);
        other.remove(facet);
        if (!options.isEmpty()) {
            other.put(facet, options);
        }
        return new Wanted(words, place, Map.copyOf(other), order, null, compared);
    }

    private static String clean(@Nullable String typed) {
        String plain =
                typed == null ? "" : INVISIBLE.matcher(typed).replaceAll(" ").strip();
        return plain.length() > LONGEST ? plain.substring(0, LONGEST).strip() : plain;
    }
}
