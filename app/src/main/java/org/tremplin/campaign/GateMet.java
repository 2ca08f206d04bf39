package org.tremplin.campaign;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A condition of publication that was met when a campaign became public; a fact, with no person in it.
 *
 * @param gate key of the gate
 * @param kind of its evidence: {@code vote} or {@code paper} of a decision, means of payment by their fields, a role, a
 *     number of people; {@code stated} where there is only one kind
 * @param on day of that evidence, or by which something is promised; none where it is what the application saw itself
 * @param checkedOn the day of publication
 */
public record GateMet(String gate, String kind, @Nullable LocalDate on, LocalDate checkedOn) {}
