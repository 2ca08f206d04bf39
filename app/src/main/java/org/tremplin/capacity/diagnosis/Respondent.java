package org.tremplin.capacity.diagnosis;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who answers, by role.
 *
 * @param sheet the number of a paper form; none for who answers on the screen
 * @param mediator structure and role of who sits beside; empty without one
 */
record Respondent(UUID id, @Nullable Integer sheet, String role, Mode mode, String mediator) {

    enum Mode {
        ALONE,
        /** Somebody sits beside, who has no access of their own. */
        MEDIATOR,
        PAPER
    }
}
