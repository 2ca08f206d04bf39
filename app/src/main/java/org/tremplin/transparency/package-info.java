/**
 * What the money became, and the public journal that anyone can check.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "money",
            "donation",
            "campaign",
            "association",
            "identity",
            "ledger",
            "notification"
        })
package org.tremplin.transparency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
