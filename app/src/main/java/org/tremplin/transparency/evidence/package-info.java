/** Portable evidence: one record of public facts, as a file that travels and as a page read in a minute. */
@NullMarked
package org.tremplin.transparency.evidence;

import org.jspecify.annotations.NullMarked;
