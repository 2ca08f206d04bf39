/** What a patron may know of an association beyond what everybody may. */
@NullMarked
package org.tremplin.patron.evaluation;

import org.jspecify.annotations.NullMarked;
