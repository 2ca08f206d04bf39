/**
 * Needs and offers: skill, equipment, time, a loan. Invariants: nothing of a need is public before the association
 * confirmed it; neither side sees the other's name or address before both said yes; what is public of help is counts.
 */
@NullMarked
package org.tremplin.capacity.exchange;

import org.jspecify.annotations.NullMarked;
