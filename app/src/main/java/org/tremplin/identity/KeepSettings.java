package org.tremplin.identity;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.tremplin.platform.privacy.Term;

/** @param idleAccounts how long an account stays that nobody signs in to and no association needs */
@ConfigurationProperties("tremplin.identity.keep")
record KeepSettings(Period idleAccounts) {

    Term idle() {
        return new Term("tremplin.identity.keep.idle-accounts", idleAccounts)
                .atMost(Period.ofYears(3), "an account nobody uses serves nobody");
    }
}
