/** The fiscal standing an association declares: whether its donors may get a tax receipt, and on what ground. */
@NullMarked
package org.tremplin.association.standing;

import org.jspecify.annotations.NullMarked;
