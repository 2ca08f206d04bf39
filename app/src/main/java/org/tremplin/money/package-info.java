/**
 * An amount in cents with its currency, shares that lose no cent, and how amounts are read and shown.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.tremplin.money;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
