/**
 * Proof without leaking people: a private original that few may open, and a public copy that holds nothing but what
 * somebody chose to reveal. Files from outside are only ever opened in a process of their own ({@link
 * org.tremplin.transparency.proof.Drawer}).
 */
@NullMarked
package org.tremplin.transparency.proof;

import org.jspecify.annotations.NullMarked;
