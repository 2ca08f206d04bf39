package org.tremplin.capacity.grid;

/** A text of the grid in both languages; French has its spacing already. */
public record Words(String fr, String en) {

    /** @param language {@code fr} or {@code en} */
    public String in(String language) {
        return "en".equals(language) ? en : fr;
    }
}
