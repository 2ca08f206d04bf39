package org.tremplin.site.discover;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.tremplin.campaign.Cause;

/**
 * What a visitor looks for; anything unreadable counts as not asked.
 *
 * @param words as a search engine takes them: quotes, minus, or
 * @param cause slug, or empty
 * @param place department code or name of a commune, or empty
 * @param page 1 to 50
 */
record Search(String words, String cause, String place, int page) {

    static final int PAGE_SIZE = 9;
    private static final int LAST_PAGE = 50;
    private static final int LONGEST = 100;
    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Cc}\\p{Cf}]+");
    private static final Pattern DEPARTMENT = Pattern.compile("(?:0[1-9]|[1-8][0-9]|9[0-5]|2[ABab]|97[1-8]|98[678])");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    static Search of(MultiValueMap<String, String> query) {
        String cause = clean(query.getFirst("cause"));
        String page = clean(query.getFirst("page"));
        int number = NUMBER.matcher(page).matches() ? Integer.parseInt(page) : 1;
        return new Search(
                clean(query.getFirst("q")),
                Cause.known(cause) ? cause : "",
                clean(query.getFirst("lieu")),
                Math.max(1, Math.min(LAST_PAGE, number)));
    }

    /** A page of all there is. */
    static Search all(int page) {
        return new Search("", "", "", page);
    }

    public boolean narrowed() {
        return !words.isEmpty() || !cause.isEmpty() || !place.isEmpty();
    }

    /** Code of the department asked for, or empty. */
    String department() {
        return DEPARTMENT.matcher(place).matches() ? place.toUpperCase(Locale.ROOT) : "";
    }

    /** Name of the commune asked for, or empty. */
    String town() {
        return department().isEmpty() ? place : "";
    }

    int offset() {
        return (page - 1) * PAGE_SIZE;
    }

    /** @param found campaigns in all */
    boolean more(long found) {
        return page < LAST_PAGE && offset() + PAGE_SIZE < found;
    }

    /** The query of another page of the same search. */
    String query(int other) {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        add(query, "q", words);
        add(query, "cause", cause);
        add(query, "lieu", place);
        if (other > 1) {
            query.queryParam("page", other);
        }
        return query.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder query, String name, String value) {
        if (!value.isEmpty()) {
            query.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }

    private static String clean(@Nullable String typed) {
        String plain =
                typed == null ? "" : INVISIBLE.matcher(typed).replaceAll(" ").strip();
        return plain.length() > LONGEST ? plain.substring(0, LONGEST).strip() : plain;
    }
}
