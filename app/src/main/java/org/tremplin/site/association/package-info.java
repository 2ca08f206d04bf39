/** The page of an association. */
@NullMarked
package org.tremplin.site.association;

import org.jspecify.annotations.NullMarked;
