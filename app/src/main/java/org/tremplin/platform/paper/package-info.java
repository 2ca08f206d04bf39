/** Papers that the application writes itself: plain pages of PDF that a screen reader can follow. */
@NullMarked
package org.tremplin.platform.paper;

import org.jspecify.annotations.NullMarked;
