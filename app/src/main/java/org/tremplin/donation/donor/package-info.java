/** What an association reads of its gifts, and a donor of his. */
@NullMarked
package org.tremplin.donation.donor;

import org.jspecify.annotations.NullMarked;
