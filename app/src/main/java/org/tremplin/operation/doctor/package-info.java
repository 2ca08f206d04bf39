/** Looks at an instance before and while it serves, and says what to do. */
@NullMarked
package org.tremplin.operation.doctor;

import org.jspecify.annotations.NullMarked;
