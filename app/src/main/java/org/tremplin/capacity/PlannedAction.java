package org.tremplin.capacity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Role;

/**
 * Something an association means to do.
 *
 * @param what in its words
 * @param card of the advice it comes from; none when the association wrote it by itself
 * @param section of the diagnosis it is meant to move
 * @param role who does it: a role, which every page outside the association shows instead of a person
 * @param person the member who does it, where one was chosen
 * @param due by when, a day of the association's zone
 * @param costCents 0 for free, none where nobody said
 * @param topic of the help it needs, as the directory names it; may be empty
 * @param reason why it was given up; empty otherwise
 * @param stateAt since when it stands there
 * @param version of what was written of it, counted from 1
 */
public record PlannedAction(
        UUID id,
        String what,
        @Nullable String card,
        @Nullable Section section,
        @Nullable Role role,
        @Nullable UUID person,
        @Nullable LocalDate due,
        @Nullable Long costCents,
        String topic,
        ActionState state,
        String reason,
        Instant createdAt,
        Instant stateAt,
        int version) {

    /** The same with its texts put otherwise. */
    public PlannedAction worded(UnaryOperator<String> words) {
        return new PlannedAction(
                id,
                words.apply(what),
                card,
                section,
                role,
                person,
                due,
                costCents,
                topic,
                state,
                words.apply(reason),
                createdAt,
                stateAt,
                version);
    }
}
