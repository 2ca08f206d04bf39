/** Alarms and the state of the parts, on one page and by mail. */
@NullMarked
package org.tremplin.operation.health;

import org.jspecify.annotations.NullMarked;
