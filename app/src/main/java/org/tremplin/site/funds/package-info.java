/** What became of the money of a campaign, for everybody. */
@NullMarked
package org.tremplin.site.funds;

import org.jspecify.annotations.NullMarked;
