/** From the form to the provider's page: a row is stored before anyone is called. */
@NullMarked
package org.tremplin.donation.give;

import org.jspecify.annotations.NullMarked;
