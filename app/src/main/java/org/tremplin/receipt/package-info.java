/**
 * Tax receipts.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "money",
            "donation",
            "association",
            "identity",
            "payment",
            "ledger",
            "notification"
        })
package org.tremplin.receipt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
