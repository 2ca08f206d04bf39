/**
 * One encrypted file that holds all this instance needs to run again, made and read without any other tool, and the road
 * from one major version of PostgreSQL to the next. Invariants: a restore checks the whole file before it touches
 * anything, fills a new database, and never edits one that is in use.
 */
@NullMarked
package org.tremplin.platform.backup;

import org.jspecify.annotations.NullMarked;
