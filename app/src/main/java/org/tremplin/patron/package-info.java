/**
 * Firms and foundations: finding, comparing, promising.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "money",
            "transparency",
            "donation",
            "campaign",
            "capacity",
            "association",
            "identity",
            "notification"
        })
package org.tremplin.patron;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
