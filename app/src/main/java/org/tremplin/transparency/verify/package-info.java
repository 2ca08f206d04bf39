/**
 * What a checker of a public journal does, with nothing but the file: tree, checkpoints, and the checks of {@code
 * docs/journal.md}. Knows no database and no web; the journal itself is written with the same functions.
 */
@NullMarked
package org.tremplin.transparency.verify;

import org.jspecify.annotations.NullMarked;
