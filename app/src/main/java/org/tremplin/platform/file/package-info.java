/** Stored files: rows in the database, written in the transaction of their owner. */
@NullMarked
package org.tremplin.platform.file;

import org.jspecify.annotations.NullMarked;
