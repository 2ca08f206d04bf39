package org.tremplin.platform.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What every page needs beside its own content; templates know it as {@code frame}.
 *
 * @param path address of the page in French, without query
 * @param query the rest of its address, {@code ?a=b} as it was encoded, or empty
 * @param base public address of the instance, without a slash at its end
 * @param demo whether the banner of the demonstration shows
 * @param person name of who is signed in; always none on cached pages
 */
public record Frame(
        Language language,
        String path,
        String query,
        String base,
        boolean demo,
        @Nullable String person,
        Assets assets) {

    /** A link to a public page in the language of this one. */
    public String to(String target) {
        return language.to(target);
    }

    /** This page in the other language, with what was asked of it: a search, an amount, the key of a mailed link. */
    public String switched() {
        return language.other().to(path) + query;
    }

    /** The address of this page in one language, {@code fr} or {@code en}, as search engines and shared links need it. */
    public String absolute(String code) {
        return base + Language.ofCode(code).to(path);
    }

    /** A day as the readers of this page read it. */
    public String day(LocalDate day) {
        return DayText.text(day, language.locale());
    }

    public String css(String bundle) {
        return assets.address(bundle + ".css");
    }

    public String js(String module) {
        return assets.address(module + ".js");
    }

    /** An icon of the one sprite. */
    public String icon(String name) {
        return assets.address("icons.svg") + "#" + name;
    }

    /** A picture of our own, by its file name. */
    public String image(String file) {
        return assets.address(file);
    }
}
