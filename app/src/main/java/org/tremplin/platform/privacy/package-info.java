/**
 * What is kept of people, how long, and how they are forgotten: each module says it of its own tables, once. The job, the
 * page {@code /donnees} and the erasure read the same beans.
 */
@NullMarked
package org.tremplin.platform.privacy;

import org.jspecify.annotations.NullMarked;
