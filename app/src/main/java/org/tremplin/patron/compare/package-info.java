/** Up to four projects beside each other, by the same questions; a patron's own criteria and weights. */
@NullMarked
package org.tremplin.patron.compare;

import org.jspecify.annotations.NullMarked;
