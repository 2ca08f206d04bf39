package org.tremplin.campaign.design;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The pages of the editor, in their order. */
enum Step {
    PROJET,
    BUDGET,
    RECIT,
    DIFFUSION,
    PUBLICATION;

    static Optional<Step> of(String slug) {
        return Arrays.stream(values()).filter(step -> step.slug().equals(slug)).findFirst();
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int number() {
        return ordinal() + 1;
    }
}
