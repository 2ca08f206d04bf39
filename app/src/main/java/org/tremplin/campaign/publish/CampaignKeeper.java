package org.tremplin.campaign.publish;

import org.springframework.stereotype.Component;
import org.tremplin.platform.privacy.Basis;
import org.tremplin.platform.privacy.Holding;
import org.tremplin.platform.privacy.Keeper;

/** What an association writes of its people on the pages of its campaigns. */
@Component
class CampaignKeeper implements Keeper {

    @Override
    public Holding holding() {
        return Holding.of("campaigns", Basis.LEGITIMATE_INTEREST);
    }
}
