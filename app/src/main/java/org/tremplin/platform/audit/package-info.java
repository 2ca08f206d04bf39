/** Who did what, in a log that is only ever added to. */
@NullMarked
package org.tremplin.platform.audit;

import org.jspecify.annotations.NullMarked;
