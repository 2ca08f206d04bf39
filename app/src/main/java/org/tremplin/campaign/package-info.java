/**
 * A project that asks for support: one draft, numbered editions, a two-sided budget.
 * <p>Invariants: an edition never changes; both sides of a published budget are equal.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "money", "association", "identity", "capacity", "notification"})
package org.tremplin.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
