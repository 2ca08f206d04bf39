/** Writes to people about the acts that wait for them: one mail, one button, at most once a day unless they asked. */
@NullMarked
package org.tremplin.association.awaited;

import org.jspecify.annotations.NullMarked;
