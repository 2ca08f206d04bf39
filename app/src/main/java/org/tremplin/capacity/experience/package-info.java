/**
 * Experience returned when a campaign is over: three questions, an anonymous sheet read again by a person before it is
 * public, comments that other associations sign, and a file that carries sheets from one instance to another.
 */
@NullMarked
package org.tremplin.capacity.experience;

import org.jspecify.annotations.NullMarked;
