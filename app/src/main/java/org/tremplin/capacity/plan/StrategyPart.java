package org.tremplin.capacity.plan;

import java.util.Arrays;
import java.util.Optional;

/** The texts of the strategy page, in its order; the actions come from the plan. */
enum StrategyPart {
    PROJECT("projet"),
    KEEP("garder"),
    REVIEW("revoir"),
    SEEK("chercher"),
    DIGITAL("numerique");

    private final String slug;

    StrategyPart(String slug) {
        this.slug = slug;
    }

    static Optional<StrategyPart> at(String slug) {
        return Arrays.stream(values()).filter(part -> part.slug.equals(slug)).findFirst();
    }

    String slug() {
        return slug;
    }

    /** Key of its heading. */
    String key() {
        return "strategy.part." + name();
    }
}
