/** What was received, re-read at most every two seconds. */
@NullMarked
package org.tremplin.site.totals;

import org.jspecify.annotations.NullMarked;
