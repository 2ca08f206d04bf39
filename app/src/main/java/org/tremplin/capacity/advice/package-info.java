/** From figures to a few cards: which rule of the grid is met, and which three are shown now. */
@NullMarked
package org.tremplin.capacity.advice;

import org.jspecify.annotations.NullMarked;
