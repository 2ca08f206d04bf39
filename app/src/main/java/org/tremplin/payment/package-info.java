/**
 * Money through a provider. Knows payments, refunds, disputes and what the provider said; knows no campaign.
 * <p>Invariants: a payment only moves forward; an event from outside is stored before anything is done with it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "money"})
package org.tremplin.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
