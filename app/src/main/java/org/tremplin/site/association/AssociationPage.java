package org.tremplin.site.association;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tremplin.association.Register;
import org.tremplin.capacity.PublicDiagnosis;
import org.tremplin.platform.web.About;
import org.tremplin.site.card.CampaignCard;

/**
 * @param object what its statutes say it is for
 * @param since day of registration here
 * @param received by all its campaigns, none before the first gift
 * @param on day of the last movement
 * @param shown what it chose to show of how it works, none where it shows nothing
 * @param receiptsBasis its own words, none when it declared no right to receipts
 */
record AssociationPage(
        String slug,
        String name,
        String initial,
        String object,
        String place,
        String address,
        String since,
        @Nullable String received,
        String gifts,
        @Nullable String on,
        List<CampaignCard> campaigns,
        List<Register> registers,
        @Nullable String receiptsBasis,
        @Nullable String receiptsOn,
        String statement,
        @Nullable PublicDiagnosis shown,
        About about) {}
