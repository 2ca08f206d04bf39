package org.tremplin.capacity.resource;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody looks for in the resource centre; empty for what they do not ask.
 *
 * @param item of the diagnosis
 * @param template of campaigns
 */
record Sought(String words, String item, String template) {

    private static final int LONGEST = 100;

    static Sought of(String typed, String item, String template) {
        String words = typed.strip();
        return new Sought(words.substring(0, Math.min(LONGEST, words.length())), item, template);
    }

    public boolean all() {
        return words.isEmpty() && item.isEmpty() && template.isEmpty();
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
        return words.isEmpty()
                ? query.build().toUriString()
                : query.encode().buildAndExpand(words).toUriString();
    }
}
