package org.tremplin.transparency.proof;

import java.time.LocalDate;
import java.util.UUID;
import org.tremplin.platform.event.Fact;

/** @param day in the association's zone */
@Fact(name = "transparency.proof_published")
record ProofPublished(UUID proof, LocalDate day) {}
