package org.tremplin.capacity.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tremplin.capacity.Section;

/** A page of questions, in the order they are asked. */
enum Step {
    PROFILE("profil", null, true),
    ONLINE("en-ligne", Section.A, true),
    SOFTWARE("logiciels", Section.B, true),
    PARTNERS("partenaires", null, true),
    LEARNING("partenariats", Section.L, true),
    ENERGY("energie", null, false),
    OBSTACLES("obstacles", null, false),
    GOVERNANCE("gouvernance", Section.G, true);

    private final String slug;
    private final @Nullable Section section;
    private final boolean express;

    Step(String slug, @Nullable Section section, boolean express) {
        this.slug = slug;
        this.section = section;
        this.express = express;
    }

    String slug() {
        return slug;
    }

    @Nullable
    Section section() {
        return section;
    }

    /** Those of the short form, or all. */
    static List<Step> of(boolean express) {
        return Arrays.stream(values()).filter(step -> step.express || !express).toList();
    }

    /** @param partners whether there are any: nobody is asked what they learn from none */
    static List<Step> of(boolean express, boolean partners) {
        return of(express).stream().filter(step -> partners || step != LEARNING).toList();
    }

    static Optional<Step> find(String slug, boolean express) {
        return of(express).stream().filter(step -> step.slug.equals(slug)).findFirst();
    }
}
