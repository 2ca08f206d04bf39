package org.tremplin.capacity.experience;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an association returned, and may return.
 *
 * @param comments it signed, on sheets of others
 */
record ExperienceList(String home, List<Line> campaigns, List<Comment> comments) {

    /** @param state none before the first word */
    record Line(
            String address,
            String campaign,
            String language,
            LocalDate endedOn,
            @Nullable State state) {}

    record Comment(String address, String words, State state) {}
}
