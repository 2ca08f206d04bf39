/**
 * Who may see what of a diagnosis: the table of rows and audiences, and what an association granted, to whom and until
 * when. Nothing leaves the association but through {@link org.tremplin.capacity.share.Visibility}.
 */
@NullMarked
package org.tremplin.capacity.share;

import org.jspecify.annotations.NullMarked;
