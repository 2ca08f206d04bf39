/**
 * The mail queue: a message is a row before it is sent, is sent once, and is tried again when the server is away.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "money"})
package org.tremplin.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
