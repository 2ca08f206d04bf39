package org.tremplin.capacity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may see of the help a campaign looks for and got: counts only, nobody's name.
 *
 * @param times somebody helped, as the association confirmed
 * @param hours they gave
 */
public record HelpAsked(List<Asked> needs, int times, int hours) {

    public HelpAsked {
        needs = List.copyOf(needs);
    }

    /**
     * @param hours about how many; none when it was not said
     * @param department code; may be empty
     * @param until last day on which it is of use
     */
    public record Asked(
            UUID id,
            NeedKind kind,
            String label,
            String detail,
            @Nullable Integer hours,
            String department,
            boolean remote,
            @Nullable LocalDate until) {}
}
