/**
 * The legal entity, who acts for it in which role, its fiscal standing and its means of payment.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "money", "identity", "payment", "notification"})
package org.tremplin.association;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
