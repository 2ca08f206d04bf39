/** Reads public files of other servers at somebody's word, without becoming their way into a private network. */
@NullMarked
package org.tremplin.platform.fetch;

import org.jspecify.annotations.NullMarked;
