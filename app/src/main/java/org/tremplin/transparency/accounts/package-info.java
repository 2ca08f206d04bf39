/** The books for the accountant: exports, closed months, the association's own chart of accounts. */
@NullMarked
package org.tremplin.transparency.accounts;

import org.jspecify.annotations.NullMarked;
