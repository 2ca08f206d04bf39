package org.tremplin.transparency.journal;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.tremplin.transparency.verify.Tree;

/**
 * What a reader of a journal looks for; anything unreadable counts as not asked.
 *
 * @param kind code of a {@link LeafKind}, or empty
 * @param line code of a budget line, or empty
 * @param month year · 100 + month, or 0
 * @param band how large the amount is, 1 to {@value #BANDS}, or 0
 * @param before place that the page ends before
 */
record JournalFilter(String kind, String line, int month, int band, long before) {

    static final int BANDS = 6;

    private static final Pattern LINE = Pattern.compile("[0-9a-f]{8}");
    private static final Pattern MONTH = Pattern.compile("20[0-9]{2}-(0[1-9]|1[0-2])");
    private static final Pattern BAND = Pattern.compile("[1-" + BANDS + "]");
    private static final Pattern PLACE = Pattern.compile("[0-9]{1,15}");

    static JournalFilter of(MultiValueMap<String, String> query) {
        String kind = given(query.getFirst("genre"));
        String line = given(query.getFirst("ligne"));
        String month = given(query.getFirst("mois"));
        String band = given(query.getFirst("montant"));
        String before = given(query.getFirst("avant"));
        return new JournalFilter(
                Arrays.stream(LeafKind.values()).anyMatch(known -> known.code().equals(kind)) ? kind : "",
                LINE.matcher(line).matches() ? line : "",
                MONTH.matcher(month).matches() ? Integer.parseInt(month.replace("-", "")) : 0,
                BAND.matcher(band).matches() ? Integer.parseInt(band) : 0,
                PLACE.matcher(before).matches() ? Long.parseLong(before) : Tree.LARGEST);
    }

    boolean narrowed() {
        return !kind.isEmpty() || !line.isEmpty() || month != 0 || band != 0;
    }

    /** The query of a page of the same choice. */
    String query(long place) {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        add(query, "genre", kind);
        add(query, "ligne", line);
        add(query, "mois", month == 0 ? "" : monthText(month));
        add(query, "montant", band == 0 ? "" : Integer.toString(band));
        add(query, "avant", place >= Tree.LARGEST ? "" : Long.toString(place));
        return query.encode().build().toUriString();
    }

    static String monthText(int month) {
        return "%04d-%02d".formatted(month / 100, month % 100);
    }

    private static void add(UriComponentsBuilder query, String name, String value) {
        if (!value.isEmpty()) {
            query.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
