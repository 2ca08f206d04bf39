/**
 * A gift from click to settled. The one door by which money enters.
 * <p>Invariants: a row is stored before the provider is called; a gift is settled once, at its full amount, with its
 * ledger transaction in the same database transaction.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "money",
            "campaign",
            "association",
            "identity",
            "payment",
            "ledger",
            "notification"
        })
package org.tremplin.donation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
