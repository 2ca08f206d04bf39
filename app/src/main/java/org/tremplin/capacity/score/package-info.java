/** From answers to figures: pure functions on exact fractions, no clock, no file, no database. */
@NullMarked
package org.tremplin.capacity.score;

import org.jspecify.annotations.NullMarked;
