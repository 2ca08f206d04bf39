/** The public page of the method: everything the diagnosis asks and computes, read from its definition. */
@NullMarked
package org.tremplin.capacity.method;

import org.jspecify.annotations.NullMarked;
