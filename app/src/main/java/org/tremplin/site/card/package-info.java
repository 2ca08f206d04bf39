/** What several pages show of a campaign: its card, its progress, its days. */
@NullMarked
package org.tremplin.site.card;

import org.jspecify.annotations.NullMarked;
