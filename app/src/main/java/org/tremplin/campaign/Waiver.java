package org.tremplin.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.tremplin.association.Role;

/**
 * A condition of publication that was passed over; public, with its reason.
 *
 * @param gate key of the gate
 * @param by the role of who did
 */
public record Waiver(String gate, String reason, Role by, Instant at) {

    public LocalDate on(ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }
}
