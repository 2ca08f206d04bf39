/** One PDF with its attachments for a patron: the same sections for all, behind a private link that ends. */
@NullMarked
package org.tremplin.patron.dossier;

import org.jspecify.annotations.NullMarked;
