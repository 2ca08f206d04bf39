package org.tremplin.capacity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Role;

/**
 * Something an association means to do, for somebody outside: who does it is a role, never a person.
 *
 * @param what in the association's words
 * @param due by when, a day of the association's zone
 */
public record PlannedOutside(
        String what,
        ActionState state,
        @Nullable Role role,
        @Nullable LocalDate due) {}
