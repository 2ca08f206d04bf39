/** The front page of an association's workspace. */
@NullMarked
package org.tremplin.site.workspace;

import org.jspecify.annotations.NullMarked;
