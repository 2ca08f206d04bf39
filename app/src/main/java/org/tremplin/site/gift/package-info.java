/** What a donor sees after the gift. */
@NullMarked
package org.tremplin.site.gift;

import org.jspecify.annotations.NullMarked;
