package org.tremplin.campaign.template;

/** A text in both languages. */
public record Localised(String fr, String en) {

    /** @param language {@code fr} or {@code en} */
    public String in(String language) {
        return "en".equals(language) ? en : fr;
    }
}
