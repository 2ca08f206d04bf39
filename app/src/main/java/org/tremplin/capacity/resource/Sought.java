package org.tremplin.capacity.resource;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.tremplin.capacity.experience.Place;

/**
 * What somebody looks for in the resource centre; empty for what they do not ask.
 *
 * @param item of the diagnosis
 * @param template of campaigns
 * @param behind which returned experience the page goes on; none on the first
 */
record Sought(
        String words,
        String item,
        String template,
        @Nullable Place behind) {

    private static final int LONGEST = 100;

    static Sought of(String typed, String item, String template, @Nullable Place behind) {
        String words = typed.strip();
        return new Sought(words.substring(0, Math.min(LONGEST, words.length())), item, template, behind);
    }

    public boolean all() {
        return words.isEmpty() && item.isEmpty() && template.isEmpty() && behind == null;
    }

    /** The same list from another place on. */
    Sought from(@Nullable Place place) {
        return new Sought(words, item, template, place);
    }

    boolean fits(Sheet sheet) {
        return (item.isEmpty() || sheet.items().contains(item))
                && (template.isEmpty() || sheet.examples().containsKey(template));
    }

    /** As the address says it, encoded. */
    String query() {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        if (!words.isEmpty()) {
            query.queryParam("q", "{q}");
        }
        if (!item.isEmpty()) {
            query.queryParam("sujet", item);
        }
        if (!template.isEmpty()) {
            query.queryParam("modele", template);
        }
        if (behind != null) {
            query.queryParam("avant", behind);
        }
        return words.isEmpty()
                ? query.build().toUriString()
                : query.encode().buildAndExpand(words).toUriString();
    }
}
