/**
 * The digital and partnership diagnosis of an association, advice, helpers, needs and offers.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "money", "association", "identity", "notification"})
package org.tremplin.capacity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
