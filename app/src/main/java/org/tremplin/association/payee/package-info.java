/** Means of payment in the name of an association. */
@NullMarked
package org.tremplin.association.payee;

import org.jspecify.annotations.NullMarked;
