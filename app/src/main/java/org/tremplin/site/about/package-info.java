/** What the instance says of itself, to people and to machines. */
@NullMarked
package org.tremplin.site.about;

import org.jspecify.annotations.NullMarked;
