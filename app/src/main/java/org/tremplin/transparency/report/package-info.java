/**
 * What an association reports of a campaign: words, photos, and the figures of its books on that day.
 * <p>Invariant: a published report never changes, neither words nor figures; a later one may say otherwise.
 */
@NullMarked
package org.tremplin.transparency.report;

import org.jspecify.annotations.NullMarked;
