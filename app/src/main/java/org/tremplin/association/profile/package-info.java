/** What an association says of itself: creating it, its identifiers, its address here and on bank statements. */
@NullMarked
package org.tremplin.association.profile;

import org.jspecify.annotations.NullMarked;
