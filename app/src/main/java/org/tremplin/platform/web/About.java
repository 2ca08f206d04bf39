package org.tremplin.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself to search engines, shared links and the browser; a page hands it to the layout as
 * {@code about}.
 *
 * @param title what a shared link is called, without the site's name
 * @param description one or two sentences
 * @param image absolute address of a picture for shared links
 * @param linkedData JSON-LD with no {@code <} in it
 * @param modules names of the behaviours to load, none needed to use the page
 * @param listed whether search engines may show it
 */
public record About(
        String title,
        String description,
        @Nullable String image,
        @Nullable String linkedData,
        List<String> modules,
        boolean listed) {

    public static About of(String title, String description) {
        return new About(title, description, null, null, List.of(), true);
    }
}
