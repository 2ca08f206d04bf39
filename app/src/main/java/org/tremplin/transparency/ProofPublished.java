package org.tremplin.transparency;

import java.time.LocalDate;
import java.util.UUID;
import org.tremplin.platform.event.Fact;

/**
 * Anyone can look at a proof of an approved expense from now on.
 *
 * @param day in the association's zone
 */
@Fact(name = "transparency.proof_published")
public record ProofPublished(UUID proof, LocalDate day) {}
