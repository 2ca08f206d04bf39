/** The page of a campaign and its live total. */
@NullMarked
package org.tremplin.site.campaign;

import org.jspecify.annotations.NullMarked;
