package org.tremplin.capacity.experience;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tremplin.platform.web.Typed;

/**
 * What a form was opened on: a sheet that was deleted and begun again counts its versions anew.
 *
 * @param sheet none before the first word
 * @param version 0 before the first word
 */
record Opened(@Nullable UUID sheet, int version) {

    static final Opened NOTHING = new Opened(null, 0);

    static Opened on(Optional<Experience> known) {
        return known.map(one -> new Opened(one.id(), one.version())).orElse(NOTHING);
    }

    /** Fields {@code fiche} and {@code version}. */
    static Opened read(Typed typed) {
        return new Opened(typed.id("fiche"), typed.version());
    }
}
