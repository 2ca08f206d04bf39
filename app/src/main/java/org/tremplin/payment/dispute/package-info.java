/** Learning of payments that the payer's bank takes back, and how that ends. */
@NullMarked
package org.tremplin.payment.dispute;

import org.jspecify.annotations.NullMarked;
