/**
 * Who an association works with: the list, the pairs that work together too, what each partnership is worth, and the
 * picture of it all.
 */
@NullMarked
package org.tremplin.capacity.network;

import org.jspecify.annotations.NullMarked;
