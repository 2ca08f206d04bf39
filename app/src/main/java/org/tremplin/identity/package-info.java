/**
 * A person: sign-in by mailed link, sessions. A donor who never signs in is not a person here.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "money", "notification"})
package org.tremplin.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
