/**
 * For the person who runs the instance: demo, sample data, health.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "money",
            "site",
            "patron",
            "receipt",
            "transparency",
            "donation",
            "campaign",
            "capacity",
            "association",
            "identity",
            "notification",
            "payment",
            "ledger"
        })
package org.tremplin.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
