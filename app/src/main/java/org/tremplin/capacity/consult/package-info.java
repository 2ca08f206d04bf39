/**
 * What others read of a diagnosis: the adviser whom an association invited, the patron who holds a private link. Each
 * request asks anew whether the grant still holds.
 */
@NullMarked
package org.tremplin.capacity.consult;

import org.jspecify.annotations.NullMarked;
