/** Ids, time stamps and transactions. */
@NullMarked
package org.tremplin.platform.persistence;

import org.jspecify.annotations.NullMarked;
