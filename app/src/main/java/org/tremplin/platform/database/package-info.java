/** The embedded PostgreSQL that serves when no other is named. */
@NullMarked
package org.tremplin.platform.database;

import org.jspecify.annotations.NullMarked;
