/** The directory of helpers: shipped in {@code aides/}, added to and corrected by the operator. No call leaves. */
@NullMarked
package org.tremplin.capacity.help;

import org.jspecify.annotations.NullMarked;
