package org.tremplin.capacity.grid;

import org.tremplin.capacity.Ratio;
import org.tremplin.capacity.ReadinessLabel;

/** A label and the readiness from which it is given. */
public record Band(ReadinessLabel label, Ratio from, Words words) {}
