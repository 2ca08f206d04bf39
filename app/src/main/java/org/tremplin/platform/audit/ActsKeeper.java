package org.tremplin.platform.audit;

import org.springframework.stereotype.Component;
import org.tremplin.platform.privacy.Basis;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.Keeper;

/** The log of acts: ids, which lead to nobody once the person is erased. */
@Component
class ActsKeeper implements Keeper {

    @Override
    public Holding holding() {
        return Holding.of("acts", Basis.LEGITIMATE_INTEREST);
    }
}
