/** Finding a project: the front page with its search. */
@NullMarked
package org.tremplin.site.discover;

import org.jspecify.annotations.NullMarked;
