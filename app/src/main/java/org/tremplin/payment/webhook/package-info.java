/** What the provider tells: stored as received, answered, then treated by the pump. */
@NullMarked
package org.tremplin.payment.webhook;

import org.jspecify.annotations.NullMarked;
