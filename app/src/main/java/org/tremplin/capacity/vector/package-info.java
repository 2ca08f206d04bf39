/** Test vectors: answers as JSON in, figures as JSON out, in the notation of the diagnosis; and the command that does it. */
@NullMarked
package org.tremplin.capacity.vector;

import org.jspecify.annotations.NullMarked;
