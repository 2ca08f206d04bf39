package org.tremplin.campaign.readiness;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tremplin.campaign.Missing;

/**
 * What a gate found: shut by what is missing, or open by evidence of a day.
 *
 * @param missing none when the gate is open
 * @param evidence what the text {@code gate.<key>.met} is filled with: texts, days, cents, lists of keys
 * @param on day of that evidence, none when it is seen anew each day
 */
public record Finding(
        List<Missing> missing,
        List<Object> evidence,
        @Nullable LocalDate on) {

    public Finding {
        missing = List.copyOf(missing);
        evidence = List.copyOf(evidence);
    }

    static Finding met(@Nullable LocalDate on, Object... evidence) {
        return new Finding(List.of(), List.of(evidence), on);
    }

    static Finding missing(Missing... missing) {
        return new Finding(List.of(missing), List.of(), null);
    }

    public boolean met() {
        return missing.isEmpty();
    }

    /** An amount of money as evidence. */
    public record Cents(long cents) {}

    /** Words of the texts as evidence, told as a list. */
    public record Keys(List<String> keys) {}
}
