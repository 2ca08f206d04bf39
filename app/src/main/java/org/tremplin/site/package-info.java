/**
 * Pages that belong to several modules. GET only, no table of its own.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "money",
            "patron",
            "receipt",
            "transparency",
            "donation",
            "campaign",
            "capacity",
            "association",
            "identity"
        })
package org.tremplin.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
