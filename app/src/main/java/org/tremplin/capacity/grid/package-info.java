/** The definition of the diagnosis as data: what is asked, weighed and advised, in one versioned file. */
@NullMarked
package org.tremplin.capacity.grid;

import org.jspecify.annotations.NullMarked;
