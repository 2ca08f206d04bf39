/** Five minutes through the demonstration: six stops that lead into the pages themselves. */
@NullMarked
package org.tremplin.operation.visit;

import org.jspecify.annotations.NullMarked;
